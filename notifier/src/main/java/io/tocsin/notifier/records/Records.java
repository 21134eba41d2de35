package io.tocsin.notifier.records;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ObjectKey;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ConfigMap whose keys are records: each is written for itself, so that several writers do not
 * meet. Methods throw {@link KubernetesClientException} when the API refuses. Thread-safe.
 */
public record Records(KubernetesClient client, ObjectKey key) {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  /** All, by key; none where there is no such ConfigMap. */
  public Map<String, String> read() {
    ConfigMap found = client.configMaps().inNamespace(key.namespace()).withName(key.name()).get();
    return found == null || found.getData() == null ? Map.of() : Map.copyOf(found.getData());
  }

  /**
   * Writes.
   *
   * @param changes by key; absent takes the record away
   */
  public void write(Map<String, Optional<String>> changes) {
    Map<String, Object> data = new HashMap<>();
    changes.forEach((name, value) -> data.put(name, value.orElse(null)));
    String patch = JsonMapper.shared().writeValueAsString(Map.of("data", data));
    try {
      client.configMaps().inNamespace(key.namespace()).withName(key.name()).patch(MERGE, patch);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
      create(changes);
    }
  }

  private void create(Map<String, Optional<String>> changes) {
    ConfigMapBuilder builder =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(key.namespace())
            .withName(key.name())
            .addToLabels("app.kubernetes.io/part-of", "tocsin")
            .endMetadata();
    changes.forEach((name, value) -> value.ifPresent(text -> builder.addToData(name, text)));
    client.resource(builder.build()).create();
  }
}
