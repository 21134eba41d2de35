package io.tocsin.services.googlechat;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Urls;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.time.Duration;
import java.util.Map;

/** Posts to the spaces that webhooks belong to. */
final class GoogleChatService extends HttpService {
  /** What Google states for a space. */
  private static final Rate RATE = new Rate(1, Duration.ofSeconds(1));

  private final Map<String, String> urls;

  GoogleChatService(Map<String, String> urls, Exchange exchange) {
    super(exchange);
    this.urls = urls;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String url = of(urls, destination, "webhook");
    Fields fields = Fields.orNone(notification, GoogleChatType.KEY);
    String thread = fields.text("threadKey");
    String query =
        thread.isEmpty()
            ? ""
            : "?threadKey="
                + Urls.encode(thread)
                + "&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD";
    HttpAnswer answer =
        http()
            .send(
                HttpRequest.json(
                    Urls.append(url, query), GoogleChatMessage.of(notification.message(), fields)));
    return answer.object().map(body -> body.get("error")).isPresent()
        ? new Outcome.Rejected("google chat refused the message" + Failures.excerpt(answer))
        : new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    String url = urls.get(destination.recipient());
    return url == null
        ? Limits.none(GoogleChatType.KEY)
        : Limits.robot(Buckets.of(GoogleChatType.KEY, url), RATE);
  }
}
