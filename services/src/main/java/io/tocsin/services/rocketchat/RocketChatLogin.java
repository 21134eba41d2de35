package io.tocsin.services.rocketchat;

import io.tocsin.services.http.Exchange;
import io.tocsin.services.http.Failures;
import io.tocsin.services.http.HttpAnswer;
import io.tocsin.services.http.HttpRequest;
import io.tocsin.services.http.Json;
import io.tocsin.services.http.Undelivered;
import jakarta.mail.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Logs in once and keeps the session until the server no longer takes it. Thread-safe. */
final class RocketChatLogin {
  /** A session. */
  record Session(String userId, String token) {
    HttpRequest sign(HttpRequest request) {
      return request.header("X-Auth-Token", token).header("X-User-Id", userId);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return userId;
    }
  }

  private final RocketChatOptions options;
  private final Exchange exchange;
  private final AtomicReference<Session> current = new AtomicReference<>();

  RocketChatLogin(RocketChatOptions options, Exchange exchange) {
    this.options = options;
    this.exchange = exchange;
  }

  Session session() {
    Session known = current.get();
    if (known != null) {
      return known;
    }
    Session fresh = login();
    current.set(fresh);
    return fresh;
  }

  void forget(Session session) {
    current.compareAndSet(session, null);
  }

  private Session login() {
    HttpAnswer answer =
        exchange.send(
            HttpRequest.json(
                options.url() + "/api/v1/login",
                Json.fields("user", options.user(), "password", options.password())));
    if (answer.object().map(body -> body.get("data")).orElse(null) instanceof Map<?, ?> data
        && data.get("userId") instanceof String id
        && data.get("authToken") instanceof String token) {
      return new Session(id, token);
    }
    throw Undelivered.rejected("rocketchat gave no session" + Failures.excerpt(answer));
  }
}
