package io.tocsin.controller.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /api/webhook}: 200 for what was taken, 400 for what is unknown, too large or not
 * proven, 401 for a registry that proves nothing, 405 for other methods than POST, 503 when too
 * much waits. Thread-safe.
 */
public final class WebhookHandler implements HttpHandler {
  /** The limit of a payload unless {@code webhook.maxPayloadSizeMB} in argocd-cm says otherwise. */
  public static final int LIMIT_MB = 50;

  private static final Logger log = LoggerFactory.getLogger(WebhookHandler.class);
  private static final int BYTES_PER_MB = 1 << 20;

  private final Supplier<WebhookSecrets> secrets;
  private final IntSupplier limit;
  private final WebhookEvents events;

  /**
   * All are asked at each request.
   *
   * @param limit of a payload, in MiB
   */
  public WebhookHandler(Supplier<WebhookSecrets> secrets, IntSupplier limit, WebhookEvents events) {
    this.secrets = secrets;
    this.limit = limit;
    this.events = events;
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
    WebhookSecrets known = secrets.get();
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
    int most = Math.multiplyExact(limit.getAsInt(), BYTES_PER_MB);
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(most);
      if (body.length == most && in.read() >= 0) {
        throw WebhookException.bad(
            "the payload must have at most %d MB (webhook.maxPayloadSizeMB)"
                .formatted(limit.getAsInt()));
      }
      return body;
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = (text.isEmpty() ? "" : text + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
