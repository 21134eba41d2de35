package io.tocsin.services.telegram;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import io.tocsin.services.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends to chats, channels and threads of groups. */
final class TelegramService extends HttpService {
  /** What Telegram states for a group; a single chat takes one a second. */
  private static final Rate RATE = Rate.perMinute(20);

  private static final int LONGEST = 4096;

  private final String url;
  private final String parseMode;
  private final Clock clock;

  TelegramService(String url, String parseMode, Exchange exchange, Clock clock) {
    super(exchange);
    this.url = url;
    this.parseMode = parseMode;
    this.clock = clock;
  }

  /** A text that is no good Markdown goes out plain: better seen so than not at all. */
  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    Chat chat = Chat.parse(destination.recipient());
    HttpAnswer answer = http().ask(request(notification, chat, parseMode));
    if (answer.status() == 400 && answer.body().contains("can't parse entities")) {
      answer = http().ask(request(notification, chat, ""));
    }
    if (answer.ok()
        && answer.object().filter(body -> Boolean.TRUE.equals(body.get("ok"))).isPresent()) {
      return new Outcome.Delivered();
    }
    return failure(answer);
  }

  @Override
  public Limits limits(Destination destination) {
    return Limits.robot(Buckets.of(TelegramType.KEY, url) + "/" + destination.recipient(), RATE);
  }

  private HttpRequest request(Notification notification, Chat chat, String mode) {
    return HttpRequest.json(
        url,
        Json.present(
            "chat_id", chat.id(),
            "message_thread_id", chat.thread().orElse(null),
            "text", Texts.characters(notification.message(), LONGEST),
            "parse_mode", mode));
  }

  private Outcome failure(HttpAnswer answer) {
    String description = answer.field("description");
    String reason =
        "telegram answered "
            + answer.status()
            + (description.isEmpty() ? Failures.excerpt(answer) : ": " + description);
    if (answer.status() == 429 || answer.status() >= 500) {
      return new Outcome.Retryable(reason, wait(answer).or(() -> answer.retryAfter(clock)));
    }
    return new Outcome.Rejected(reason);
  }

  private static Optional<Duration> wait(HttpAnswer answer) {
    return answer
        .object()
        .filter(body -> body.get("parameters") instanceof Map<?, ?>)
        .map(body -> ((Map<?, ?>) body.get("parameters")).get("retry_after"))
        .filter(Long.class::isInstance)
        .map(seconds -> Duration.ofSeconds((Long) seconds));
  }
}
