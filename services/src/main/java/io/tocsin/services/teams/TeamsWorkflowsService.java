package io.tocsin.services.teams;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.spi.HttpService;
import java.util.List;
import java.util.Map;

/** Posts adaptive cards to workflows. */
final class TeamsWorkflowsService extends HttpService {
  private static final String CARD = "application/vnd.microsoft.card.adaptive";

  private final Map<String, String> urls;

  TeamsWorkflowsService(Map<String, String> urls, Exchange exchange) {
    super(exchange);
    this.urls = urls;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String url = of(urls, destination, "webhook");
    Fields fields = Fields.orNone(notification, TeamsWorkflowsType.KEY);
    var card = new TeamsCard(TeamsWorkflowsType.KEY, fields, notification.message());
    String template = fields.text("template");
    HttpRequest request = HttpRequest.json(url, "");
    http().send(request.withBody(template.isEmpty() ? Json.write(envelope(card)) : template));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return TeamsLimits.of(urls.get(destination.recipient()));
  }

  private static Map<String, Object> envelope(TeamsCard card) {
    String said = card.fields().text("adaptiveCard");
    Object content =
        said.isBlank()
            ? AdaptiveCard.of(card)
            : Json.object(TeamsWorkflowsType.KEY + ".adaptiveCard", said);
    return Json.fields(
        "type",
        "message",
        "attachments",
        List.of(Json.fields("contentType", CARD, "content", content)));
  }
}
