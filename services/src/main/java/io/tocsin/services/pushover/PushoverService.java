package io.tocsin.services.pushover;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Urls;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import io.tocsin.services.text.Texts;
import java.util.Optional;

/** Sends to the users and groups whose keys recipients are. */
final class PushoverService extends HttpService {
  private static final int LONGEST = 1024;

  private final String url;
  private final String token;

  PushoverService(String url, String token, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.token = token;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String form =
        "token="
            + Urls.encode(token)
            + "&user="
            + Urls.encode(destination.recipient())
            + "&message="
            + Urls.encode(Texts.characters(notification.message(), LONGEST));
    HttpAnswer answer =
        http()
            .send(
                HttpRequest.of("POST", url + "/1/messages.json")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .withBody(form));
    return answer.object().filter(body -> Long.valueOf(1).equals(body.get("status"))).isPresent()
        ? new Outcome.Delivered()
        : new Outcome.Rejected("pushover refused the message" + Failures.excerpt(answer));
  }

  /** Pushover asks for no more than two requests at a time. */
  @Override
  public Limits limits(Destination destination) {
    return new Limits(Buckets.of(PushoverType.KEY, token), 2, Optional.empty());
  }
}
