package io.tocsin.controller.sync;

import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.runtime.KubeObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The destination's namespace, where the sync creates it. */
final class ManagedNamespace {
  private ManagedNamespace() {}

  /** Applied by the server where it has metadata, so that labels of others stay. */
  static KubeObject target(SyncSettings settings) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", settings.namespace());
    settings
        .namespaceMetadata()
        .ifPresent(
            managed -> {
              Map<String, Object> annotations = new LinkedHashMap<>(managed.annotations());
              annotations.put(SyncOptions.ANNOTATION, "ServerSideApply=true");
              metadata.put("labels", managed.labels());
              metadata.put("annotations", annotations);
            });
    return new KubeObject(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", metadata));
  }
}
