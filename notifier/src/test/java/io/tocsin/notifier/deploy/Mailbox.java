package io.tocsin.notifier.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Takes messages on loopback: each is its path and its body. */
final class Mailbox implements AutoCloseable {
  private final HttpServer server;
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  Mailbox() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.createContext("/git/", this::login);
    server.createContext("/silent", this::hold);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What is posted there is answered with 400. */
  void refuses(String path) {
    refused.add(path);
  }

  void accepts(String path) {
    refused.remove(path);
  }

  List<String> messages() {
    return messages;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      messages.add(path + " " + body);
      exchange.sendResponseHeaders(refused.contains(path) ? 400 : 200, -1);
    }
  }

  /** Answers nothing before the end. */
  private void hold(HttpExchange exchange) {
    messages.add("/silent");
    try (exchange) {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A Git server that tells only of who logs in. */
  private void login(HttpExchange exchange) throws IOException {
    try (exchange) {
      String login = exchange.getRequestHeaders().getFirst("Authorization");
      if (login != null) {
        messages.add("/git " + login);
      }
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
      exchange.sendResponseHeaders(login == null ? 401 : 403, -1);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
