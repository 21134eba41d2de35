package io.tocsin.bench.load.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.bench.load.ledger.Ledger;
import io.tocsin.bench.load.ledger.Message;
import io.tocsin.bench.load.scenario.ReceiverGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A webhook receiver on a port of its own of the loopback interface. A message counts as arrived
 * when its request was read and is going to be answered with 200.
 */
public final class Receiver implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String name;
  private final ReceiverGroup behaviour;
  private final Ledger ledger;
  private final Answers answers;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final InFlight inFlight = new InFlight();
  private final LongAdder requests = new LongAdder();
  private final LongAdder limited = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Starts to listen. */
  public Receiver(String name, ReceiverGroup behaviour, Ledger ledger) throws IOException {
    this.name = name;
    this.behaviour = behaviour;
    this.ledger = ledger;
    answers = new Answers(behaviour, new Random(name.hashCode()), System.nanoTime());
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server = HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String name() {
    return name;
  }

  public ReceiverGroup behaviour() {
    return behaviour;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it has seen. */
  public Traffic traffic() {
    return new Traffic(requests.sum(), limited.sum(), failed.sum(), inFlight.most());
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.increment();
    inFlight.begin();
    try (exchange) {
      answer(exchange, exchange.getRequestBody().readAllBytes());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      inFlight.end();
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    if (behaviour.hang()) {
      closed.await();
      return;
    }
    long now = System.nanoTime();
    int status = answers.next(now);
    switch (status) {
      case Answers.TOO_MANY -> {
        limited.increment();
        exchange
            .getResponseHeaders()
            .set("Retry-After", Long.toString(behaviour.retryAfter().toSeconds()));
      }
      case Answers.FAILED -> failed.increment();
      default -> ledger.arrived(message(body), now);
    }
    if (status != Answers.TOO_MANY
        && closed.await(behaviour.latency().toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    exchange.sendResponseHeaders(status, -1);
  }

  private Message message(byte[] body) {
    JsonNode said = JSON.readTree(body);
    return new Message(
        name,
        said.path("application").asString(),
        said.path("trigger").asString(),
        said.path("revision").asString());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
