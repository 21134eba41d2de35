package io.tocsin.services.newrelic;

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
import java.util.Map;

/** Marks deployments of the applications whose ids recipients are. */
final class NewRelicService extends HttpService {
  private final String url;
  private final String key;

  NewRelicService(String url, String key, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.key = key;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Fields fields = Fields.orNone(notification, NewRelicType.KEY);
    Map<String, Object> deployment =
        Json.present(
            "revision", fields.text("revision"),
            "changelog", fields.text("changelog"),
            "description", fields.text("description", notification.message()),
            "user", fields.text("user"));
    String application = Urls.encode(destination.recipient());
    http()
        .send(
            HttpRequest.json(
                    url + "/v2/applications/" + application + "/deployments.json",
                    Json.fields("deployment", deployment))
                .header("X-Api-Key", key));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(Buckets.of(NewRelicType.KEY, key));
  }
}
