package io.tocsin.notifier.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A robot on loopback that answers as DingTalk's does: always 200, with an {@code errcode} that is
 * 0 only for a message it took.
 *
 * @see <a href="https://open.dingtalk.com/document/robots/custom-robot-access">Custom robots</a>
 */
public final class DingTalkRobot implements AutoCloseable {
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);
  private static final int PER_MINUTE = 20;

  private final Settings settings;
  private final Consumer<Request> requests;
  private final Clock clock;
  private final LocalServer server;
  private final Deque<Instant> recent = new ArrayDeque<>();

  /**
   * What the robot's owner chose.
   *
   * @param token the {@code access_token} it answers to
   * @param keyword a word that every message must hold
   * @param secret what requests must be signed with
   */
  public record Settings(String token, Optional<String> keyword, Optional<String> secret) {}

  /** A request as it came, and the answer it got. */
  public record Request(
      String method, URI uri, Map<String, String> headers, String body, String answer) {
    public boolean taken() {
      return answer.startsWith("{\"errcode\":0,");
    }
  }

  /**
   * Starts the robot on a free port.
   *
   * @param requests hears of each request after it was answered
   */
  public DingTalkRobot(Settings settings, Consumer<Request> requests, Clock clock) {
    this.settings = settings;
    this.requests = requests;
    this.clock = clock;
    server = new LocalServer(Map.of("/robot/send", this::serve));
  }

  /** What stands in for {@code https://oapi.dingtalk.com}. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String answer = answer(exchange, body);
      exchange.getResponseHeaders().set("Cache-Control", "no-cache");
      Map<String, String> headers = new HashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      requests.accept(
          new Request(
              exchange.getRequestMethod(), exchange.getRequestURI(), headers, body, answer));
      LocalServer.answer(exchange, 200, answer);
    }
  }

  private String answer(HttpExchange exchange, String body) {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    if (!settings.token().equals(query.get("access_token"))) {
      return error(300005, "token is not exist");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return error(43002, "require POST method");
    }
    if (tooMany()) {
      return error(130101, "send too fast, exceed 20 times per minute");
    }
    Optional<String> refusal = settings.secret().flatMap(secret -> unsigned(secret, query));
    if (refusal.isPresent()) {
      return error(310000, refusal.get());
    }
    return message(body);
  }

  private String message(String body) {
    JsonNode message;
    try {
      message = JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return error(40035, "缺少参数 json");
    }
    String type = message.path("msgtype").asString("");
    if (type.isEmpty() || !message.path(type).isObject()) {
      return error(400101, "miss param : msgtype");
    }
    boolean fits =
        settings.keyword().map(word -> message.path(type).toString().contains(word)).orElse(true);
    return fits
        ? "{\"errcode\":0,\"errmsg\":\"ok\"}"
        : error(
            310000,
            "keywords not in content, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]");
  }

  private synchronized boolean tooMany() {
    Instant now = clock.instant();
    recent.removeIf(at -> at.isBefore(now.minus(Duration.ofMinutes(1))));
    if (recent.size() >= PER_MINUTE) {
      return true;
    }
    recent.add(now);
    return false;
  }

  private Optional<String> unsigned(String secret, Map<String, String> query) {
    String timestamp = query.getOrDefault("timestamp", "");
    if (!timestamp.matches("\\d{1,15}")) {
      return Optional.of("sign not match");
    }
    Instant signed = Instant.ofEpochMilli(Long.parseLong(timestamp));
    if (Duration.between(signed, clock.instant()).abs().compareTo(CLOCK_SKEW) > 0) {
      return Optional.of("invalid timestamp");
    }
    return sign(timestamp, secret).equals(query.get("sign"))
        ? Optional.empty()
        : Optional.of("sign not match");
  }

  private static String sign(String timestamp, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      byte[] signature = mac.doFinal((timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      query.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  private static String error(int code, String message) {
    return "{\"errcode\":%d,\"errmsg\":%s}"
        .formatted(code, JsonMapper.shared().writeValueAsString(message));
  }
}
