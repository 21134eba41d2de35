package io.tocsin.notifier.cli;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves {@code /api/webhook} and nothing else, so that the port may be opened to the senders, who
 * stand outside of the cluster as a rule.
 */
final class WebhookServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Starts serving.
   *
   * @param port 0 for any free one
   * @throws CommandException when the port is taken
   */
  WebhookServer(int port, HttpHandler webhook) throws IOException {
    try {
      server = HttpServer.create(new InetSocketAddress(port), 0);
    } catch (BindException e) {
      throw new CommandException("--webhook-port: port " + port + " is taken");
    }
    server.setExecutor(threads);
    server.createContext("/api/webhook", webhook);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
