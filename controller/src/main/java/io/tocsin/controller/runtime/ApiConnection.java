package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Reads from an API server with a client's address and credentials. Each request is sent once:
 * whether to try again is the caller's to say.
 */
final class ApiConnection {
  private final HttpClient http;
  private final String root;

  ApiConnection(KubernetesClient client) {
    root = client.getMasterUrl().toString().replaceFirst("/+$", "");
    http =
        client
            .getHttpClient()
            .newBuilder()
            .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
            .build();
  }

  /**
   * Reads an answer that ends by itself.
   *
   * @param limit until the answer begins
   * @throws ApiFailure when the server refuses
   */
  InputStream read(String path, Map<String, String> query, Duration limit)
      throws IOException, InterruptedException {
    return send(request(path, query).timeout(limit.toMillis(), TimeUnit.MILLISECONDS), limit);
  }

  /**
   * Reads an answer that goes on; closing the stream, from any thread, ends it.
   *
   * @param limit until the answer begins
   * @throws ApiFailure when the server refuses
   */
  InputStream follow(String path, Map<String, String> query, Duration limit)
      throws IOException, InterruptedException {
    return send(request(path, query).forStreaming(), limit);
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return http.newHttpRequestBuilder()
        .uri(root + path + (parameters.isEmpty() ? "" : "?" + parameters));
  }

  private InputStream send(HttpRequest.Builder request, Duration limit)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        within(limit, http.sendAsync(request.build(), InputStream.class));
    if (answer.isSuccessful()) {
      return answer.body();
    }
    try (InputStream body = answer.body()) {
      throw new ApiFailure(answer.code(), reason(body));
    }
  }

  private static HttpResponse<InputStream> within(
      Duration limit, CompletableFuture<HttpResponse<InputStream>> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      discard(answer);
      throw new IOException("no answer within " + limit.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      discard(answer);
      throw e;
    }
  }

  private static void discard(CompletableFuture<HttpResponse<InputStream>> late) {
    var _ = late.thenAccept(answer -> close(answer.body()));
  }

  /** Ends an answer; that nothing more can be read of it is what was wanted. */
  static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String reason(InputStream body) throws IOException {
    try {
      return ObjectCodec.read(body).text("message").orElse("no reason given");
    } catch (JacksonException e) {
      return "the answer is no Status";
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
