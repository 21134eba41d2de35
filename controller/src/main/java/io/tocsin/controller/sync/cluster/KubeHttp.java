package io.tocsin.controller.sync.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.sync.ClusterException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the API with maps for bodies, over the client's connections and credentials. */
final class KubeHttp {
  static final String JSON = "application/json";
  static final String MERGE_PATCH = "application/merge-patch+json";
  static final String JSON_PATCH = "application/json-patch+json";
  static final String APPLY_PATCH = "application/apply-patch+yaml";
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final long SECONDS = 60;

  private final KubernetesClient client;
  private final JsonMapper json = JsonMapper.shared();
  private final String root;

  private final RequestListener listener;

  KubeHttp(KubernetesClient client) {
    this(client, RequestListener.NONE);
  }

  private KubeHttp(KubernetesClient client, RequestListener listener) {
    this.client = client;
    this.listener = listener;
    String url = client.getMasterUrl().toString();
    this.root = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  KubeHttp listening(RequestListener other) {
    return new KubeHttp(client, other);
  }

  Map<String, Object> get(String path) {
    return send("GET", path, Map.of(), JSON, null);
  }

  /**
   * Sends a request.
   *
   * @param path from the root, without a query
   * @param body null for none
   * @throws ClusterException when the answer is none of the 200s, or there is none
   */
  Map<String, Object> send(
      String method, String path, Map<String, String> query, String type, Object body) {
    HttpResponse<String> response = heard(method, path, queryOf(query), type, body);
    if (response.code() < 200 || response.code() > 299) {
      throw new ClusterException(response.code(), message(response));
    }
    return read(response.body());
  }

  private HttpResponse<String> heard(
      String method, String path, String query, String type, Object body) {
    int code = 0;
    try {
      HttpResponse<String> response = exchange(method, root + path + query, type, body);
      code = response.code();
      return response;
    } finally {
      RequestPath about = RequestPath.of(path);
      listener.answered(about.verb(method), about.resource(), about.namespace(), code);
    }
  }

  private HttpResponse<String> exchange(String method, String uri, String type, Object body) {
    HttpRequest request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(uri)
            .header("Accept", JSON)
            .method(method, type, body == null ? null : json.writeValueAsString(body))
            .build();
    try {
      return client.getHttpClient().sendAsync(request, String.class).get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ClusterException(
          0, "the cluster at %s cannot be reached: %s".formatted(root, reason(e.getCause())));
    } catch (TimeoutException e) {
      throw new ClusterException(
          0, "the cluster at %s did not answer within %d s".formatted(root, SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(0, "interrupted");
    }
  }

  /** Some failures of connections have no message. */
  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  @SuppressWarnings("unchecked") // numbers keeps maps maps
  private Map<String, Object> read(String text) {
    try {
      return (Map<String, Object>) KubeObjects.numbers(json.readValue(text, OBJECT));
    } catch (JacksonException e) {
      throw new ClusterException(0, "the cluster's answer is no JSON object");
    }
  }

  /** The sentence of a {@code Status}. */
  private String message(HttpResponse<String> response) {
    try {
      if (json.readValue(response.body(), OBJECT).get("message") instanceof String text) {
        return text;
      }
    } catch (JacksonException e) {
      return "the cluster answered " + response.code() + " " + response.message();
    }
    return "the cluster answered " + response.code();
  }

  private static String queryOf(Map<String, String> query) {
    return query.isEmpty()
        ? ""
        : query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .sorted()
            .collect(Collectors.joining("&", "?", ""));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
