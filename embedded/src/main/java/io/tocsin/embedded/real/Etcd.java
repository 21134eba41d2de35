package io.tocsin.embedded.real;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.json.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The JSON interface of etcd 3.4. */
record Etcd(HttpClient client, URI server) {
  /** Makes etcd forget all revisions before the current one. */
  void compact() {
    String revision = Tree.textAt(call("/v3/maintenance/status", Map.of()), "header.revision");
    call("/v3/kv/compaction", Map.of("revision", revision, "physical", true));
  }

  private Map<String, Object> call(String path, Map<String, Object> body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("etcd answered %d.".formatted(response.statusCode()));
      }
      return Json.object(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("etcd does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The call of etcd was interrupted.", e);
    }
  }
}
