package io.tocsin.services.teams;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.spi.HttpService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts message cards to connectors. */
final class TeamsService extends HttpService {
  private final Map<String, String> urls;

  TeamsService(Map<String, String> urls, Exchange exchange) {
    super(exchange);
    this.urls = urls;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String url = of(urls, destination, "webhook");
    Fields fields = Fields.orNone(notification, TeamsType.KEY);
    String template = fields.text("template");
    var card = new TeamsCard(TeamsType.KEY, fields, notification.message());
    HttpRequest request = HttpRequest.json(url, "");
    HttpAnswer answer =
        http()
            .send(request.withBody(template.isEmpty() ? Json.write(messageCard(card)) : template));
    return judge(answer);
  }

  @Override
  public Limits limits(Destination destination) {
    return TeamsLimits.of(urls.get(destination.recipient()));
  }

  /** A card by Microsoft's reference of legacy actionable messages. */
  private static Map<String, Object> messageCard(TeamsCard card) {
    List<Object> sections = new ArrayList<>(card.list("sections"));
    List<?> facts = card.list("facts");
    if (!facts.isEmpty()) {
      sections.add(Map.of("facts", facts));
    }
    return Json.present(
        "@type", "MessageCard",
        "@context", "https://schema.org/extensions",
        "title", card.fields().text("title"),
        "summary", card.fields().text("summary"),
        "text", card.text(),
        "themeColor", card.fields().text("themeColor"),
        "potentialAction", card.list("potentialAction"),
        "sections", sections);
  }

  /** A connector answers 200 whatever happens; only the body 1 means that it took the card. */
  private static Outcome judge(HttpAnswer answer) {
    String body = answer.body().strip();
    if (body.equals("1")) {
      return new Outcome.Delivered();
    }
    String reason = "teams did not take the card" + Failures.excerpt(answer);
    return body.contains("429") || body.contains("returned HTTP error 5")
        ? new Outcome.Retryable(reason, Optional.empty())
        : new Outcome.Rejected(reason);
  }
}
