package io.tocsin.notifier.demo;

import com.sun.net.httpserver.HttpExchange;
import io.tocsin.notifier.preview.Preview;
import io.tocsin.services.Notification;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Slack workspace with one bot, which is in every channel.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 */
final class SlackWorkspace implements Receiver {
  private static final String API = "/api";

  private final Screen screen;
  private final String token;
  private final LocalServer server;
  private final AtomicLong posted = new AtomicLong();
  private final Set<String> threads = ConcurrentHashMap.newKeySet();

  /**
   * Starts it.
   *
   * @param token of its bot
   */
  SlackWorkspace(Screen screen, String token) {
    this.screen = screen;
    this.token = token;
    server = new LocalServer(Map.of(API + "/chat.postMessage", this::post));
  }

  @Override
  public String title() {
    return "Slack (local)";
  }

  @Override
  public String address() {
    return server.url() + API;
  }

  @Override
  public Map<String, String> addresses() {
    return Map.of("https://slack.com/api", address());
  }

  @Override
  public void close() {
    server.close();
  }

  private void post(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode message = JsonMapper.shared().readTree(exchange.getRequestBody());
      LocalServer.answer(exchange, 200, answer(exchange, message));
    }
  }

  private String answer(HttpExchange exchange, JsonNode message) {
    if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return error("invalid_auth");
    }
    String thread = message.path("thread_ts").asString("");
    if (!thread.isEmpty() && !threads.contains(thread)) {
      return error("thread_not_found");
    }
    String timestamp = "1700000000.%06d".formatted(posted.incrementAndGet());
    threads.add(timestamp);
    String where =
        thread.isEmpty()
            ? ""
            : message.path("reply_broadcast").asBoolean(false)
                ? ", in the thread and in the channel"
                : ", in the thread";
    String channel = message.path("channel").asString("");
    screen.letter("Slack #" + channel + where, preview(message));
    return "{\"ok\":true,\"channel\":\"C0%08X\",\"ts\":\"%s\"}"
        .formatted(channel.hashCode(), timestamp);
  }

  private static Preview preview(JsonNode message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name : new String[] {"attachments", "blocks"}) {
      fields.put(name, message.has(name) ? message.get(name).toString() : "");
    }
    return Preview.of(
        "slack",
        false,
        new Notification(message.path("text").asString(""), Map.of("slack", fields)));
  }

  private static String error(String name) {
    return "{\"ok\":false,\"error\":\"" + name + "\"}";
  }
}
