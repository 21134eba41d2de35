package io.tocsin.services.pagerduty;

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
import java.util.Map;

/** Triggers events of the integrations that recipients name. */
final class PagerDutyV2Service extends HttpService {
  private static final int LONGEST_SUMMARY = 1024;

  private final String url;
  private final Map<String, String> keys;

  PagerDutyV2Service(String url, Map<String, String> keys, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.keys = keys;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String key = of(keys, destination, "service key");
    http().send(HttpRequest.json(url + "/v2/enqueue", event(key, notification)));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(
        Buckets.of(PagerDutyV2Type.KEY, keys.getOrDefault(destination.recipient(), "")));
  }

  /** An event by PagerDuty's reference of its Events API v2. */
  private static Map<String, Object> event(String key, Notification notification) {
    Fields fields = Fields.orNone(notification, PagerDutyV2Type.KEY);
    String summary = fields.text("summary", notification.message().strip());
    return Json.present(
        "routing_key",
        key,
        "event_action",
        "trigger",
        "dedup_key",
        fields.text("dedupKey"),
        "client",
        "ArgoCD",
        "client_url",
        fields.text("url"),
        "payload",
        Json.present(
            "summary", Texts.characters(summary, LONGEST_SUMMARY),
            "source", fields.text("source", "argocd"),
            "severity", fields.text("severity", "info"),
            "component", fields.text("component"),
            "group", fields.text("group"),
            "class", fields.text("class")));
  }
}
