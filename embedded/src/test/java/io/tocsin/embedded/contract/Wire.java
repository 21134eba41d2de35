package io.tocsin.embedded.contract;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.json.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Plain HTTP to an API server. */
record Wire(HttpClient http, URI server, String token) {
  /** An answer; the body is empty when it is no JSON object. */
  record Answer(int code, Map<String, Object> body, String text) {
    String at(String path) {
      return Tree.textAt(body, path);
    }

    List<Object> items() {
      return Tree.list(body, "items");
    }

    List<String> names() {
      return items().stream().map(item -> Tree.textAt(Tree.asMap(item), "metadata.name")).toList();
    }
  }

  Answer get(String path) {
    return send("GET", path, "", "");
  }

  Answer post(String path, String body) {
    return send("POST", path, body, "application/json");
  }

  Answer put(String path, String body) {
    return send("PUT", path, body, "application/json");
  }

  Answer patch(String path, String kind, String body) {
    return send("PATCH", path, body, "application/" + kind);
  }

  Answer delete(String path) {
    return send("DELETE", path, "", "");
  }

  /** Reads with a media type that is wanted. */
  Answer accept(String type, String path) {
    return answer(request(path).header("Accept", type));
  }

  Answer send(String method, String path, String body, String type) {
    HttpRequest.Builder request =
        request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return answer(request);
  }

  private Answer answer(HttpRequest.Builder request) {
    HttpResponse<byte[]> response = send(request, HttpResponse.BodyHandlers.ofByteArray());
    String text = new String(response.body(), StandardCharsets.UTF_8);
    boolean json = text.startsWith("{");
    return new Answer(response.statusCode(), json ? Json.object(response.body()) : Map.of(), text);
  }

  /** The events of a watch until it ends by itself. */
  List<Map<String, Object>> watch(String path) {
    List<Map<String, Object>> events = new ArrayList<>();
    try (Stream<String> lines = send(request(path), HttpResponse.BodyHandlers.ofLines()).body()) {
      lines.forEach(line -> events.add(Json.object(line.getBytes(StandardCharsets.UTF_8))));
    }
    return events;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void close() {
    http.shutdownNow();
  }
}
