package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.MergePatch;
import io.tocsin.controller.runtime.KubeObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes patches of one version of an Application to another. */
final class Update {
  private Update() {}

  /** Of the specification, with labels, annotations and finalizers that the other names. */
  static Map<String, Object> to(KubeObject now, KubeObject wanted) {
    Map<String, Object> patch = new LinkedHashMap<>(spec(now, wanted.at("spec")));
    Map<String, Object> metadata = new LinkedHashMap<>();
    for (String field : new String[] {"labels", "annotations", "finalizers"}) {
      if (wanted.at("metadata", field) != null) {
        metadata.put(field, wanted.at("metadata", field));
      }
    }
    patch.put("metadata", metadata);
    return patch;
  }

  /** Of the specification alone. */
  static Map<String, Object> spec(KubeObject now, Object wanted) {
    return MergePatch.between(
        Map.of("spec", now.at("spec") == null ? Map.of() : now.at("spec")), Map.of("spec", wanted));
  }
}
