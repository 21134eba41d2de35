package io.tocsin.notifier;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

/** A receiver on loopback that writes down what it is told, unless it is set to refuse it. */
public final class Inbox implements AutoCloseable {
  private final HttpServer server;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 200;

  public Inbox() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (status == 200) {
              told.add(exchange.getRequestURI().getPath() + " " + body);
            }
            exchange.sendResponseHeaders(status, -1);
          }
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void answers(int code) {
    status = code;
  }

  /** Path and body of each message that was taken. */
  public List<String> told() {
    synchronized (told) {
      return List.copyOf(told);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
