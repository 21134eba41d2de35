package io.tocsin.services.gcppubsub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Urls;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishes to the topic that the recipient names, or to the service's own. */
final class PubSubService extends HttpService {
  private final String url;
  private final String project;
  private final String topic;
  private final GoogleTokens tokens;

  PubSubService(String url, String project, String topic, GoogleTokens tokens, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.project = project;
    this.topic = topic;
    this.tokens = tokens;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String name = destination.recipient().isEmpty() ? topic : destination.recipient();
    if (name.isEmpty()) {
      return new Outcome.Rejected("neither the recipient nor the service names a topic");
    }
    String path = "/v1/projects/" + Urls.encode(project) + "/topics/" + Urls.encode(name);
    HttpRequest request =
        HttpRequest.json(
            url + path + ":publish", Json.fields("messages", List.of(message(notification))));
    http().send(tokens.get().map(request::bearer).orElse(request));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(Buckets.of(PubSubType.KEY, project));
  }

  private static Map<String, Object> message(Notification notification) {
    Fields fields = Fields.orNone(notification, PubSubType.KEY);
    byte[] data = notification.message().getBytes(UTF_8);
    return Json.present(
        "data",
        Base64.getEncoder().encodeToString(data),
        "attributes",
        new TreeMap<>(fields.textMap("attributes")));
  }
}
