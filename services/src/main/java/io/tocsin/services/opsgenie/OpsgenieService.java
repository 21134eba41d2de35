package io.tocsin.services.opsgenie;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import io.tocsin.services.text.Texts;
import java.util.List;
import java.util.Map;

/** Makes alerts for the teams that recipients are. */
final class OpsgenieService extends HttpService {
  private static final int LONGEST_MESSAGE = 130;

  private final String url;
  private final Map<String, String> keys;

  OpsgenieService(String url, Map<String, String> keys, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.keys = keys;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String key = of(keys, destination, "API key");
    Fields fields = Fields.orNone(notification, OpsgenieType.KEY);
    Map<String, Object> alert = alert(notification.message(), fields, destination.recipient());
    http()
        .send(
            HttpRequest.json(url + "/v2/alerts", alert).header("Authorization", "GenieKey " + key));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(
        Buckets.of(OpsgenieType.KEY, keys.getOrDefault(destination.recipient(), "")));
  }

  /** An alert by Opsgenie's documentation of its Alert API; a long message goes on below. */
  private static Map<String, Object> alert(String message, Fields fields, String team) {
    String title = Texts.characters(message.strip(), LONGEST_MESSAGE);
    String otherwise = title.equals(message.strip()) ? "" : message;
    return Json.present(
        "message", title,
        "alias", fields.text("alias"),
        "description", fields.text("description", otherwise),
        "responders", List.of(Json.fields("type", "team", "id", team)),
        "visibleTo", fields.groups("visibleTo").stream().map(OpsgenieService::responder).toList(),
        "actions", fields.texts("actions"),
        "tags", fields.texts("tags"),
        "details", fields.textMap("details"),
        "entity", fields.text("entity"),
        "source", "Argo CD",
        "priority", fields.text("priority"),
        "user", fields.text("user"),
        "note", fields.text("note"));
  }

  private static Map<String, Object> responder(Fields fields) {
    return Json.present(
        "type", fields.text("type"),
        "name", fields.text("name"),
        "id", fields.text("id"),
        "username", fields.text("username"));
  }
}
