package io.tocsin.controller.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /api/webhook}: 200 for what was taken, 400 for what is unknown, too large or not
 * proven, 401 for a registry that proves nothing, 405 for other methods than POST, 503 when too
 * much waits or the secrets are not known yet. Thread-safe.
 */
public final class WebhookHandler implements HttpHandler {
  private static final Logger log = LoggerFactory.getLogger(WebhookHandler.class);
  private static final int BYTES_PER_MB = 1 << 20;

  private final Supplier<Optional<WebhookSecrets>> secrets;
  private final IntSupplier limit;
  private final WebhookEvents events;
  private final WebhookListener listener;

  /**
   * All are asked at each request.
   *
   * @param secrets absent while they are not known; nobody is believed then
   * @param limit of a payload, in MiB
   */
  public WebhookHandler(
      Supplier<Optional<WebhookSecrets>> secrets,
      IntSupplier limit,
      WebhookEvents events,
      WebhookListener listener) {
    this.secrets = secrets;
    this.limit = limit;
    this.events = events;
    this.listener = listener;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, HttpURLConnection.HTTP_BAD_METHOD, "a webhook must be a POST");
        return;
      }
      try {
        take(exchange);
      } catch (WebhookException e) {
        log.warn("a webhook was refused: {}", e.getMessage());
        answer(exchange, e.status(), e.getMessage());
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    WebhookRequest unread = new WebhookRequest(exchange.getRequestHeaders(), new byte[0]);
    WebhookSecrets known =
        secrets.get().orElseThrow(() -> WebhookException.notYet("the secrets are not known yet"));
    Provider provider =
        Providers.find(unread, known)
            .orElseThrow(() -> WebhookException.bad("Unknown webhook event"));
    List<WebhookEvent> heard = provider.read(unread.with(body(exchange)), known);
    if (events.offer(heard)) {
      answer(exchange, HttpURLConnection.HTTP_OK, "");
    } else {
      log.warn("a webhook was refused: the queue is full");
      answer(
          exchange,
          HttpURLConnection.HTTP_UNAVAILABLE,
          "Queue is full, discarding webhook payload");
    }
  }

  private byte[] body(HttpExchange exchange) throws IOException {
    int megabytes = limit.getAsInt();
    int most = Math.multiplyExact(megabytes, BYTES_PER_MB);
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(most);
      if (body.length == most && in.read() >= 0) {
        throw WebhookException.bad(
            "the payload must have at most %d MB (webhook.maxPayloadSizeMB)".formatted(megabytes));
      }
      return body;
    }
  }

  private void answer(HttpExchange exchange, int status, String text) throws IOException {
    listener.answered(status);
    byte[] body = (text.isEmpty() ? "" : text + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
