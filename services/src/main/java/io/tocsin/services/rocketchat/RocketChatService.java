package io.tocsin.services.rocketchat;

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
import io.tocsin.services.spi.Buckets;
import io.tocsin.services.spi.HttpService;
import java.util.Map;
import java.util.Optional;

/** Posts to a channel, a person or a room. */
final class RocketChatService extends HttpService {
  private final RocketChatOptions options;
  private final RocketChatLogin login;

  RocketChatService(RocketChatOptions options, Exchange exchange) {
    super(exchange);
    this.options = options;
    this.login = new RocketChatLogin(options, exchange);
  }

  @Override
  protected Outcome deliver(Notification notification, Destination destination) {
    HttpRequest request =
        HttpRequest.json(
            options.url() + "/api/v1/chat.postMessage", message(notification, destination));
    RocketChatLogin.Session session = login.session();
    HttpAnswer answer = http().ask(session.sign(request));
    if (answer.status() == 401) {
      login.forget(session);
      answer = http().ask(login.session().sign(request));
    }
    if (!answer.ok()) {
      return http().failure(request, answer);
    }
    return answer.object().filter(body -> Boolean.TRUE.equals(body.get("success"))).isPresent()
        ? new Outcome.Delivered()
        : new Outcome.Rejected("rocketchat refused the message" + Failures.excerpt(answer));
  }

  @Override
  public Limits limits(Destination destination) {
    return new Limits(
        Buckets.of(RocketChatType.KEY, options.url() + options.user()), 1, Optional.empty());
  }

  private Map<String, Object> message(Notification notification, Destination destination) {
    String to = destination.recipient();
    boolean named = to.startsWith("#") || to.startsWith("@");
    String attachments = Fields.orNone(notification, RocketChatType.KEY).text("attachments");
    return Json.present(
        "alias", options.alias(),
        "text", notification.message(),
        "channel", named ? to : "",
        "roomId", named ? "" : to,
        "emoji", options.emoji(),
        "avatar", options.avatar(),
        "attachments",
            attachments.isBlank() ? null : Json.list("rocketchat.attachments", attachments));
  }
}
