package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the object in the place of the live one, or creates it. What takes others with it when it is
 * deleted, that is definitions and namespaces, is never created anew.
 */
final class Replacement {
  private final Requests requests;
  private final ResourceKind kind;
  private final ApplyOptions options;
  private final Recreation recreation;

  Replacement(Requests requests, ResourceKind kind, ApplyOptions options, Recreation recreation) {
    this.requests = requests;
    this.kind = kind;
    this.options = options;
    this.recreation = recreation;
  }

  String apply(KubeObject target) {
    Optional<Map<String, Object>> live = requests.get(target.key());
    if (live.isEmpty()) {
      requests.create(target.key(), target.content());
      return Said.done(kind, target, "created", options);
    }
    if (options.force() && !holdsOthers()) {
      recreation.recreate(target.key(), target.content(), options.dryRun());
    } else {
      requests.replace(target.key(), inPlaceOf(live.get(), target));
    }
    return Said.done(kind, target, "replaced", options);
  }

  private boolean holdsOthers() {
    return kind.resource().equals("namespaces")
        || kind.resource().equals("customresourcedefinitions.apiextensions.k8s.io");
  }

  private static Map<String, Object> inPlaceOf(Map<String, Object> live, KubeObject target) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (target.at("metadata") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> metadata.put((String) name, value));
    }
    metadata.put("resourceVersion", new KubeObject(live).resourceVersion());
    Map<String, Object> content = new LinkedHashMap<>(target.content());
    content.put("metadata", metadata);
    return content;
  }
}
