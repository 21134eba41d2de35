package io.tocsin.controller.helm.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** An HTTP server on the loopback interface that remembers what it was asked. */
final class LoopbackServer implements AutoCloseable {
  /** What it answers; a header's name and value are separated by a colon. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares replies
  record Reply(int status, byte[] body, List<String> headers) {
    static Reply ok(byte[] body) {
      return new Reply(200, body, List.of());
    }

    static Reply ok(String body) {
      return ok(body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply status(int status, String... headers) {
      return new Reply(status, new byte[0], List.of(headers));
    }

    Reply with(String header) {
      return new Reply(status, body, List.of(header));
    }
  }

  /** What it was asked: the path with its query, and the Authorization header or nothing. */
  record Request(String path, String authorization, String accept) {}

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Request, Reply>> replies = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final String scheme;

  private LoopbackServer(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  static LoopbackServer plain() {
    try {
      return new LoopbackServer(HttpServer.create(address(), 0), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LoopbackServer tls(SSLContext context) {
    try {
      HttpsServer server = HttpsServer.create(address(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return new LoopbackServer(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url() {
    return scheme + "://" + host();
  }

  /** The same server under another name. */
  String otherUrl() {
    return scheme + "://localhost:" + server.getAddress().getPort();
  }

  void on(String path, Function<Request, Reply> reply) {
    replies.put(path, reply);
  }

  void on(String path, Reply reply) {
    on(path, _ -> reply);
  }

  Function<Request, Reply> reply(String path) {
    return replies.get(path);
  }

  long asked(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      Request request =
          new Request(
              exchange.getRequestURI().toString(),
              authorization == null ? "" : authorization,
              String.valueOf(exchange.getRequestHeaders().getFirst("Accept")));
      requests.add(request);
      Reply reply = replies.getOrDefault(request.path(), _ -> Reply.status(404)).apply(request);
      for (String header : reply.headers()) {
        int colon = header.indexOf(':');
        exchange.getResponseHeaders().add(header.substring(0, colon), header.substring(colon + 1));
      }
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
