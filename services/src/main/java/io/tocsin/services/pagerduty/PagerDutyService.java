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

/** Makes incidents of the services that recipients are. */
final class PagerDutyService extends HttpService {
  private final String url;
  private final String token;
  private final String from;
  private final String serviceId;

  PagerDutyService(String url, String token, String from, String serviceId, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.token = token;
    this.from = from;
    this.serviceId = serviceId;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String service = destination.recipient().isEmpty() ? serviceId : destination.recipient();
    HttpRequest request =
        HttpRequest.of("POST", url + "/incidents")
            .header("Accept", "application/vnd.pagerduty+json;version=2")
            .withJson(Json.fields("incident", incident(notification, service)))
            .header("From", from)
            .header("Authorization", "Token token=" + token);
    http().send(request);
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.none(Buckets.of(PagerDutyType.KEY, token));
  }

  /** An incident by PagerDuty's reference of its REST API. */
  private static Map<String, Object> incident(Notification notification, String service) {
    Fields fields = Fields.orNone(notification, PagerDutyType.KEY);
    String priority = fields.text("priorityId");
    String details = fields.text("body", notification.message());
    return Json.present(
        "type",
        "incident",
        "title",
        fields.text("title", Texts.firstLine(notification.message())),
        "service",
        reference(service, "service_reference"),
        "priority",
        priority.isEmpty() ? null : reference(priority, "priority_reference"),
        "urgency",
        fields.text("urgency"),
        "body",
        details.isEmpty() ? null : Json.fields("type", "incident_body", "details", details));
  }

  private static Map<String, Object> reference(String id, String type) {
    return Json.fields("id", id, "type", type);
  }
}
