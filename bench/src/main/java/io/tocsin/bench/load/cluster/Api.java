package io.tocsin.bench.load.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Requests to an API server as bytes, so that reading answers costs the machine that is measured as
 * little as can be. Safe for use by many threads.
 */
public final class Api implements AutoCloseable {
  static final String JSON = "application/json";
  static final String MERGE_PATCH = "application/merge-patch+json";

  private final KubernetesClient client;
  private final URI root;
  private final RequestCounts own = new RequestCounts();

  /** For the cluster and the user of a kubeconfig's current context. */
  public Api(Path kubeconfig) {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(kubeconfig.toFile()))
            .withHttp2Disable(true)
            .withUserAgent("tocsin-load")
            .build();
    client = new KubernetesClientBuilder().withConfig(config).build();
    root = client.getMasterUrl() == null ? null : URI.create(client.getMasterUrl().toString());
  }

  /** What was asked through this, by verb and resource as the API server counts them. */
  public RequestCounts own() {
    return own;
  }

  /** Gets a path, whatever the answer. */
  Answer get(String path) {
    return sent(client.getHttpClient().sendAsync(request(path), byte[].class), path);
  }

  /** Gets an answer that goes on until it is closed. */
  InputStream stream(String path) {
    HttpRequest request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(root.resolve(path))
            .forStreaming()
            .timeout(1, TimeUnit.HOURS)
            .build();
    return await(client.getHttpClient().sendAsync(request, InputStream.class), path).body();
  }

  /**
   * Sends a body.
   *
   * @throws IllegalStateException when it is refused
   */
  void send(String verb, String resource, String path, String type, String body) {
    Answer answer = trySend(verb, resource, path, type, body);
    if (!answer.isGood()) {
      throw new IllegalStateException(
          "%s %s was answered with %d: %s".formatted(verb, path, answer.status(), answer.text()));
    }
  }

  /** Sends a body, whatever the answer. */
  Answer trySend(String verb, String resource, String path, String type, String body) {
    own.count(verb, resource);
    HttpRequest request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(root.resolve(path))
            .method(verb, type, body)
            .build();
    return sent(client.getHttpClient().sendAsync(request, byte[].class), path);
  }

  private HttpRequest request(String path) {
    return client.getHttpClient().newHttpRequestBuilder().uri(root.resolve(path)).build();
  }

  private static Answer sent(CompletableFuture<HttpResponse<byte[]>> future, String path) {
    HttpResponse<byte[]> response = await(future, path);
    byte[] body = response.body();
    return new Answer(
        response.code(), body == null ? "" : new String(body, StandardCharsets.UTF_8));
  }

  private static <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> future, String path) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "The API server did not answer %s: %s".formatted(path, e.getCause()), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** What a request was answered with. */
  record Answer(int status, String text) {
    boolean isGood() {
      return status >= 200 && status < 300;
    }
  }
}
