package io.tocsin.services.cloudevents;

import io.tocsin.services.Destination;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Urls;
import io.tocsin.services.spi.HttpService;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Sends events by CloudEvents 1.0, its HTTP binding and its JSON format. */
final class CloudEventsService extends HttpService {
  private static final String JSON = "application/json";

  private final CloudEventsOptions options;
  private final Clock clock;

  CloudEventsService(CloudEventsOptions options, Exchange exchange, Clock clock) {
    super(exchange);
    this.options = options;
    this.clock = clock;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Fields fields = Fields.orNone(notification, CloudEventsType.KEY);
    Map<String, Object> attributes = attributes(fields);
    String contentType = fields.text("dataContentType", JSON);
    String data = fields.text("data", Json.write(Json.fields("message", notification.message())));
    HttpRequest request = HttpRequest.of("POST", options.url());
    for (Map.Entry<String, String> header : options.headers().entrySet()) {
      request = request.header(header.getKey(), header.getValue());
    }
    http()
        .send(
            options.binary()
                ? binary(request, attributes, contentType, data)
                : structured(request, attributes, contentType, data));
    return new Outcome.Delivered();
  }

  private Map<String, Object> attributes(Fields fields) {
    Map<String, Object> attributes =
        Json.present(
            "specversion", "1.0",
            "id", fields.text("id", UUID.randomUUID().toString()),
            "source", fields.text("source", options.source()),
            "type", fields.text("type", options.type()),
            "subject", fields.text("subject"),
            "time", clock.instant().toString(),
            "dataschema", fields.text("dataSchema"));
    attributes.putAll(fields.textMap("extensions"));
    return attributes;
  }

  private static HttpRequest structured(
      HttpRequest request, Map<String, Object> attributes, String contentType, String data) {
    attributes.put("datacontenttype", contentType);
    boolean json = contentType.equals(JSON) || contentType.endsWith("+json");
    attributes.put("data", json ? Json.read(data) : data);
    return request.withJson(attributes).header("Content-Type", "application/cloudevents+json");
  }

  private static HttpRequest binary(
      HttpRequest request, Map<String, Object> attributes, String contentType, String data) {
    HttpRequest event = request.header("Content-Type", contentType).withBody(data);
    for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
      String value = Urls.encodeHeader(String.valueOf(attribute.getValue()));
      event = event.header("ce-" + attribute.getKey(), value);
    }
    return event;
  }
}
