package io.tocsin.services.testing;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/** A vendor's server on loopback: it answers what it is told and remembers what it was asked. */
public final class Peer implements AutoCloseable {
  private static final Set<String> OF_THE_STACK =
      Set.of("host", "connection", "accept-encoding", "user-agent", "content-length");

  private final MockWebServer server;

  private Peer(MockWebServer server) {
    this.server = server;
  }

  public static Peer start() {
    return start(new MockWebServer());
  }

  public static Peer start(MockWebServer server) {
    try {
      server.start();
    } catch (IOException noPort) {
      throw new IllegalStateException(noPort);
    }
    return new Peer(server);
  }

  /** Answers the next request so. */
  public Peer answers(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  public Peer answers(int status, String body) {
    return answers(new MockResponse().setResponseCode(status).setBody(body));
  }

  public Peer answersJson(String body) {
    return answers(new MockResponse().setBody(body).setHeader("Content-Type", "application/json"));
  }

  public String url(String path) {
    return server.url(path).toString();
  }

  /** The server's root without a slash at its end. */
  public String root() {
    return url("/").replaceFirst("/$", "");
  }

  public String authority() {
    return server.getHostName() + ":" + server.getPort();
  }

  public int requests() {
    return server.getRequestCount();
  }

  /** The next request as it came: request line, the service's own headers, a blank line, body. */
  public String received() {
    RecordedRequest request = next();
    String headers =
        StreamSupport.stream(request.getHeaders().spliterator(), false)
            .filter(header -> !OF_THE_STACK.contains(header.getFirst().toLowerCase(Locale.ROOT)))
            .map(header -> header.getFirst() + ": " + header.getSecond() + "\n")
            .collect(Collectors.joining());
    return request.getRequestLine() + "\n" + headers + "\n" + request.getBody().readUtf8();
  }

  public RecordedRequest next() {
    try {
      RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no request came");
      }
      return request;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    try {
      server.shutdown();
    } catch (IOException hung) {
      throw new IllegalStateException(hung);
    }
  }
}
