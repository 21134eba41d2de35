package io.tocsin.services.webex;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Notification;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import io.tocsin.services.text.Texts;
import java.util.Map;
import java.util.Optional;

/** Sends Markdown to a person, whose address holds an {@code @}, or to a room by its id. */
final class WebexService extends HttpService {
  private static final int LONGEST_BYTES = 7439;

  private final String url;
  private final String token;

  WebexService(String url, String token, Exchange exchange) {
    super(exchange);
    this.url = url;
    this.token = token;
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    String to = destination.recipient();
    boolean person = to.matches("\\S+@\\S+\\.\\S+");
    Map<String, Object> message =
        Json.present(
            "toPersonEmail", person ? to : "",
            "roomId", person ? "" : to,
            "markdown", Texts.bytes(notification.message(), LONGEST_BYTES));
    http().send(HttpRequest.json(url + "/v1/messages", message).bearer(token));
    return new Outcome.Delivered();
  }

  @Override
  public Limits limits(Destination destination) {
    return new Limits(Buckets.of(WebexType.KEY, token), 1, Optional.empty());
  }
}
