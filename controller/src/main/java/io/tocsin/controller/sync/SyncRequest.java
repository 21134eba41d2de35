package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What is to be synced.
 *
 * @param targets what the sources render, hooks included
 * @param live what the Application owns in the cluster and what lies where a target will
 * @param outOfSync which objects differ; only asked with {@code ApplyOutOfSyncOnly=true}
 * @param refusal why the project does not permit an object, if it does not
 */
public record SyncRequest(
    List<KubeObject> targets,
    Map<ResourceKey, KubeObject> live,
    Predicate<ResourceKey> outOfSync,
    BiFunction<KubeObject, ResourceKind, Optional<String>> refusal,
    SyncSettings settings) {
  public SyncRequest {
    targets = List.copyOf(targets);
    live = Map.copyOf(live);
  }
}
