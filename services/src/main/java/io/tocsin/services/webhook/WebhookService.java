package io.tocsin.services.webhook;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.RetryHints;
import io.tocsin.services.fields.Fields;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.Header;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Urls;
import io.tocsin.services.robots.KnownRobots;
import io.tocsin.services.robots.RobotCodes;
import io.tocsin.services.spi.Buckets;
import java.util.List;
import java.util.Optional;

/** Sends what a template says, to the byte. */
final class WebhookService implements NotificationService {
  private final String name;
  private final WebhookOptions options;
  private final Exchange exchange;

  WebhookService(String name, WebhookOptions options, Exchange exchange) {
    this.name = name;
    this.options = options;
    this.exchange = exchange;
  }

  @Override
  public Outcome send(Notification notification, Destination destination) {
    return exchange.attempt(
        () -> {
          HttpRequest request = request(notification);
          HttpAnswer answer = exchange.ask(request);
          return judge(request, answer);
        });
  }

  @Override
  public Optional<RetryHints> retry() {
    return Optional.of(options.retry());
  }

  @Override
  public Limits limits(Destination destination) {
    return KnownRobots.limits(options.url())
        .orElseGet(() -> Limits.none(Buckets.of("webhook", options.url())));
  }

  private HttpRequest request(Notification notification) {
    Optional<Fields> fields =
        Fields.of(notification, WebhookType.KEY).flatMap(section -> section.group(name));
    String method = fields.map(template -> template.text("method", "GET")).orElse("GET");
    String path = fields.map(template -> template.text("path")).orElse("");
    String body = fields.map(template -> template.text("body")).orElse(notification.message());
    HttpRequest request = HttpRequest.of(method, Urls.append(options.url(), path)).withBody(body);
    for (Header header : options.headers()) {
      request = request.header(header.name(), header.value());
    }
    if (options.basicAuth().isPresent()) {
      var auth = options.basicAuth().get();
      request = request.basic(auth.username(), auth.password());
    }
    for (Fields header : fields.map(template -> template.groups("headers")).orElseGet(List::of)) {
      request = request.header(header.text("name"), header.text("value"));
    }
    return request;
  }

  private Outcome judge(HttpRequest request, HttpAnswer answer) {
    if (options.success().isEmpty()) {
      return answer.ok()
          ? RobotCodes.judge(answer).orElseGet(Outcome.Delivered::new)
          : exchange.failure(request, answer);
    }
    Success.Verdict verdict = options.success().get().judge(answer);
    if (verdict.success()) {
      return new Outcome.Delivered();
    }
    return answer.ok()
        ? RobotCodes.judge(answer)
            .orElseGet(() -> new Outcome.Rejected(verdict.reason() + Failures.excerpt(answer)))
        : exchange.failure(request, answer);
  }
}
