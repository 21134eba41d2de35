package io.tocsin.notifier.failure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes messages on the loopback interface, as well or as badly as a test wants. */
final class Receiver implements AutoCloseable {
  private final String host;
  private final HttpServer server;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Function<Message, Answer> manner = message -> Answer.OK;

  /**
   * A request that came.
   *
   * @param number from 1, of all to this receiver
   * @param arrived before it was answered
   */
  record Message(int number, String path, String body, Instant arrived) {}

  /** What is answered, and how late. */
  record Answer(int status, Duration delay, Map<String, String> headers) {
    static final Answer OK = status(200);
    static final Answer NEVER = new Answer(0, Duration.ZERO, Map.of());

    static Answer status(int status) {
      return new Answer(status, Duration.ZERO, Map.of());
    }

    Answer after(Duration time) {
      return new Answer(status, time, headers);
    }
  }

  Receiver() {
    this("127.0.0.1", 0);
  }

  /** At an address of the loopback network. */
  Receiver(String host, int port) {
    this.host = host;
    try {
      server = HttpServer.create(new InetSocketAddress(host, port), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://" + host + ":" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** From now on each message is answered so. */
  void answers(Function<Message, Answer> how) {
    manner = how;
  }

  List<Message> messages() {
    return messages;
  }

  List<Message> at(String path) {
    return messages.stream().filter(message -> message.path().equals(path)).toList();
  }

  /** How often each body came. */
  Map<String, Long> counts() {
    return messages.stream()
        .collect(Collectors.groupingBy(Message::body, TreeMap::new, Collectors.counting()));
  }

  /** The most requests that were open at once. */
  int mostAtOnce() {
    return most.get();
  }

  /** Requests that are not answered yet. */
  int open() {
    return open.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      most.accumulateAndGet(open.incrementAndGet(), Math::max);
      Message message = message(exchange.getRequestURI().getPath(), body);
      Answer answer = manner.apply(message);
      if (answer.status() == 0) {
        closed.await();
        return;
      }
      Thread.sleep(answer.delay());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.decrementAndGet();
    }
  }

  private synchronized Message message(String path, String body) {
    Message message = new Message(messages.size() + 1, path, body, Instant.now());
    messages.add(message);
    return message;
  }
}
