package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.application.MergePatch;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.ClusterException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Applies as kubectl does: merges what was applied last, the target and the live object, and sends
 * what differs, on condition that the object is still the one that was merged.
 */
final class ClientSideApply {
  private static final int ATTEMPTS = 5;

  private final Requests requests;
  private final ResourceKind kind;
  private final ApplyOptions options;
  private final Recreation recreation;
  private final LastApplied lastApplied = new LastApplied();

  ClientSideApply(
      Requests requests, ResourceKind kind, ApplyOptions options, Recreation recreation) {
    this.requests = requests;
    this.kind = kind;
    this.options = options;
    this.recreation = recreation;
  }

  String apply(KubeObject target) {
    Map<String, Object> annotated = lastApplied.in(target.content());
    for (int attempt = 1; ; attempt++) {
      try {
        return Said.done(kind, target, attempt(target, annotated), options);
      } catch (ClusterException e) {
        if (e.isConflict() && attempt < ATTEMPTS) {
          continue;
        }
        if (!options.force() || !(e.isConflict() || e.isInvalid())) {
          throw e;
        }
        recreation.recreate(target.key(), annotated, options.dryRun());
        return Said.done(kind, target, "configured", options);
      }
    }
  }

  private String attempt(KubeObject target, Map<String, Object> annotated) {
    Optional<Map<String, Object>> live = requests.get(target.key());
    if (live.isEmpty()) {
      requests.create(target.key(), annotated);
      return "created";
    }
    Map<String, Object> patch = patch(annotated, live.get());
    if (patch.isEmpty()) {
      return "unchanged";
    }
    requests.patch(target.key(), KubeHttp.MERGE_PATCH, onCondition(patch, live.get()));
    return "configured";
  }

  private Map<String, Object> patch(Map<String, Object> target, Map<String, Object> live) {
    ThreeWayMerge merge = new ThreeWayMerge(MergeRules.of(kind.group()), kind.kind());
    return MergePatch.between(live, merge.merge(lastApplied.of(live), target, live));
  }

  private static Map<String, Object> onCondition(
      Map<String, Object> patch, Map<String, Object> live) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (patch.get("metadata") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> metadata.put((String) name, value));
    }
    metadata.put("resourceVersion", new KubeObject(live).resourceVersion());
    Map<String, Object> conditional = new LinkedHashMap<>(patch);
    conditional.put("metadata", metadata);
    return conditional;
  }
}
