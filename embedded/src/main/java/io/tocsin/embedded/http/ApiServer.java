package io.tocsin.embedded.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.embedded.api.Failure;
import io.tocsin.embedded.api.Failures;
import io.tocsin.embedded.api.ObjectApi;
import io.tocsin.embedded.kinds.Kinds;
import io.tocsin.embedded.store.Database;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server, on the loopback interface alone. */
public final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";
  private static final int BUFFER = 32 * 1024;
  private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Gate gate = new Gate();
  private final Database database;
  private final Router router;

  /**
   * Starts a server.
   *
   * @param port 0 for any that is free
   * @throws UncheckedIOException when the port is taken
   */
  public ApiServer(
      int port,
      Database database,
      Kinds kinds,
      ObjectApi objects,
      Duration bookmarks,
      Clock clock,
      RequestLog log) {
    this.database = database;
    Readers readers = new Readers(database, gate, bookmarks, clock);
    this.router = new Router(kinds, new ObjectHandler(objects, readers, log));
    sendAtOnce();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " cannot be opened.", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Without this the JDK's server holds back the end of each answer for some 40 ms. */
  private static void sendAtOnce() {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  /** The root of the API. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Stops answering; connections stay open. */
  public void freeze() {
    gate.freeze();
  }

  /** Goes on after {@link #freeze}. */
  public void unfreeze() {
    gate.unfreeze();
    database.wakeAll();
  }

  /** Breaks the connections of all watches. */
  public void dropWatches() {
    gate.dropWatches();
    database.wakeAll();
  }

  @Override
  public void close() {
    gate.close();
    database.wakeAll();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      send(exchange, answer(exchange));
    } catch (IOException e) {
      LOG.debug("{} {} was cut off", exchange.getRequestMethod(), exchange.getRequestURI(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Response answer(HttpExchange exchange) throws IOException, InterruptedException {
    Request request = Request.read(exchange);
    gate.pass();
    try {
      if (!isLocal(request.header("Host"))) {
        throw Failures.badRequest("This server answers to loopback addresses alone.");
      }
      return router.route(request);
    } catch (Failure failure) {
      return Response.json(failure.code(), failure.status());
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.method(), exchange.getRequestURI(), e);
      Failure failure = Failures.internal("Internal error occurred: " + e);
      return Response.json(failure.code(), failure.status());
    }
  }

  /** A name other than ours may have been pointed at this address by a stranger. */
  private static boolean isLocal(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    return host.isEmpty() || LOCAL_HOSTS.contains(port ? host.substring(0, colon) : host);
  }

  private static void send(HttpExchange exchange, Response response)
      throws IOException, InterruptedException {
    switch (response) {
      case Response.Whole whole -> {
        exchange.getResponseHeaders().set("Content-Type", whole.contentType());
        exchange.sendResponseHeaders(whole.code(), whole.length() == 0 ? -1 : whole.length());
        try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), BUFFER)) {
          for (byte[] piece : whole.pieces()) {
            out.write(piece);
          }
        }
      }
      case Response.Streamed streamed -> {
        exchange.getResponseHeaders().set("Content-Type", streamed.contentType());
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), BUFFER);
        streamed.writer().write(out);
        out.close();
      }
    }
  }
}
