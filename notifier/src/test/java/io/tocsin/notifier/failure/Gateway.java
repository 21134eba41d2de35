package io.tocsin.notifier.failure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.embedded.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Stands between a controller and the API server, and can hold up what writes an Application. */
final class Gateway implements AutoCloseable {
  private static final Set<String> HOP =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

  private final HttpServer server;
  private final HttpClient client;
  private final URI target;
  private volatile Held held;
  private volatile String told = "";

  /** Where a write is held up. */
  enum Stage {
    /** The API server has not seen it. */
    BEFORE,
    /** The API server has done it; the answer is not passed on. */
    AFTER
  }

  /** The next write that comes, and all that follow it. */
  static final class Held {
    private final Stage stage;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean dropped;

    private Held(Stage stage) {
      this.stage = stage;
    }

    void awaitArrival() throws InterruptedException {
      arrived.await();
    }

    void release() {
      released.countDown();
    }

    /** Never passes on what it holds. */
    void drop() {
      dropped = true;
      released.countDown();
    }

    private void at(Stage reached) throws IOException, InterruptedException {
      if (reached == stage) {
        arrived.countDown();
        released.await();
        if (dropped) {
          throw new IOException("dropped");
        }
      }
    }
  }

  Gateway(Api api) {
    target = api.uri();
    client = api.server().httpClient();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Holds the writes to Applications that come from now on. */
  Held hold(Stage stage) {
    return hold(stage, "");
  }

  /** Holds those in which the text stands. */
  Held hold(Stage stage, String text) {
    told = text;
    held = new Held(stage);
    return held;
  }

  /** Holds no further write. */
  void pass() {
    held = null;
  }

  /** For a controller that speaks through this. */
  String kubeconfig(String token) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new String(
        Json.yaml(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "current-context",
                "gateway",
                "clusters",
                List.of(named("cluster", Map.of("server", url))),
                "users",
                List.of(named("user", Map.of("token", token))),
                "contexts",
                List.of(named("context", Map.of("cluster", "gateway", "user", "gateway"))))),
        StandardCharsets.UTF_8);
  }

  private static Map<String, Object> named(String key, Map<String, Object> value) {
    return Map.of("name", "gateway", key, value);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean waits =
          writesApplication(exchange) && new String(body, StandardCharsets.UTF_8).contains(told);
      Held writes = waits ? held : null;
      if (writes != null) {
        writes.at(Stage.BEFORE);
      }
      HttpResponse<InputStream> answer =
          client.send(request(exchange, body), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        if (writes != null) {
          writes.at(Stage.AFTER);
        }
        pass(answer, in, exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(HttpResponse<InputStream> answer, InputStream in, HttpExchange exchange)
      throws IOException {
    for (String name : List.of("Content-Type", "Content-Encoding")) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
    }
    exchange.sendResponseHeaders(answer.statusCode(), 0);
    OutputStream out = exchange.getResponseBody();
    out.flush();
    byte[] buffer = new byte[16 * 1024];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      out.flush();
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .version(HttpClient.Version.HTTP_1_1)
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static boolean writesApplication(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("PATCH")
        && exchange.getRequestURI().getPath().contains("/applications/");
  }
}
