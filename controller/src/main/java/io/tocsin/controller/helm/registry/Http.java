package io.tocsin.controller.helm.registry;

import io.tocsin.controller.helm.chart.HelmException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets what is at URLs of a repository, bounded in size and time. Thread-safe. */
final class Http implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int REDIRECTIONS = 5;
  private static final String AUTHORIZATION = "Authorization";

  private final HttpClient client;
  private final Duration timeout;

  /**
   * @param timeout of each request, the whole answer included
   */
  Http(RepositoryAccess access, Duration timeout) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(Tls.context(access))
            .build();
  }

  /** The value of the header that basic authentication wants. */
  static String basic(RepositoryAccess access) {
    String pair = access.username() + ":" + access.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Gets what is there, whatever the status; other hosts to which it is redirected are not sent the
   * authorization.
   *
   * @param limit of the body, in bytes
   * @throws HelmException when there is no answer, or too long a one
   */
  Answer get(URI url, Map<String, String> headers, int limit) {
    URI target = url;
    Map<String, String> sent = new HashMap<>(headers);
    for (int i = 0; i <= REDIRECTIONS; i++) {
      HttpResponse<byte[]> response = send(target, sent, limit);
      Optional<String> location = response.headers().firstValue("Location");
      boolean redirected = response.statusCode() / 100 == 3 && location.isPresent();
      if (!redirected) {
        return new Answer(target, response.statusCode(), response.headers(), response.body());
      }
      URI next = next(target, location.get());
      if (!isSameHost(target, next)) {
        sent.remove(AUTHORIZATION);
      }
      target = next;
    }
    throw new HelmException("%s redirects more than %d times".formatted(shown(url), REDIRECTIONS));
  }

  private static URI next(URI url, String location) {
    try {
      URI next = url.resolve(location);
      boolean known = "https".equals(next.getScheme()) || "http".equals(next.getScheme());
      if (known && !("https".equals(url.getScheme()) && "http".equals(next.getScheme()))) {
        return next;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new HelmException(shown(url) + " redirects to where nobody follows: " + location);
  }

  static boolean isSameHost(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }

  /** Without a query, which may hold a signature. */
  static String shown(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
  }

  private HttpResponse<byte[]> send(URI url, Map<String, String> headers, int limit) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(timeout).GET();
    headers.forEach(request::header);
    request.header("User-Agent", "tocsin");
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new HelmException(shown(url) + " cannot be read: " + reason(e.getCause(), limit), e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HelmException(
          "%s did not answer within %d s".formatted(shown(url), timeout.toSeconds()), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new HelmException(shown(url) + " was not read: interrupted", e);
    }
  }

  private static String reason(Throwable cause, int limit) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof IOException && message.contains("exceeds capacity")) {
      return "the answer has more than " + limit + " bytes";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
