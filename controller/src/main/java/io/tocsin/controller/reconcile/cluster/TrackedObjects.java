package io.tocsin.controller.reconcile.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which objects carry whose mark. Thread-safe. */
final class TrackedObjects {
  private final Function<KubeObject, Optional<String>> instanceOf;
  private final LiveListener listener;
  private final Map<ResourceKey, String> instances = new HashMap<>();
  private final Map<String, Map<ResourceKey, ResourceKind>> byInstance = new HashMap<>();
  private final Map<String, Set<ResourceKey>> untracked = new HashMap<>();

  TrackedObjects(Function<KubeObject, Optional<String>> instanceOf, LiveListener listener) {
    this.instanceOf = instanceOf;
    this.listener = listener;
  }

  ObjectHandler handler(ResourceKind kind) {
    return new ObjectHandler() {
      @Override
      public void present(KubeObject object) {
        ResourceKey key = ResourceKey.of(object);
        boolean owned = !object.list("metadata", "ownerReferences").isEmpty();
        Optional<String> instance = owned ? Optional.empty() : instanceOf.apply(object);
        Optional<String> before = put(key, kind, instance, owned);
        before
            .filter(old -> !Optional.of(old).equals(instance))
            .ifPresent(old -> listener.changed(key, Optional.of(old)));
        listener.changed(key, instance);
      }

      @Override
      public void gone(KubeObject last) {
        ResourceKey key = ResourceKey.of(last);
        listener.changed(key, remove(key));
      }
    };
  }

  private synchronized Optional<String> put(
      ResourceKey key, ResourceKind kind, Optional<String> instance, boolean owned) {
    Optional<String> before = remove(key);
    if (instance.isPresent()) {
      instances.put(key, instance.get());
      byInstance.computeIfAbsent(instance.get(), any -> new HashMap<>()).put(key, kind);
    } else if (!owned && !key.namespace().isEmpty()) {
      untracked.computeIfAbsent(key.namespace(), any -> new HashSet<>()).add(key);
    }
    return before;
  }

  private synchronized Optional<String> remove(ResourceKey key) {
    untracked.computeIfPresent(
        key.namespace(), (namespace, keys) -> keys.remove(key) && keys.isEmpty() ? null : keys);
    Optional<String> instance = Optional.ofNullable(instances.remove(key));
    instance.ifPresent(
        name ->
            byInstance.computeIfPresent(
                name, (any, keys) -> keys.remove(key) != null && keys.isEmpty() ? null : keys));
    return instance;
  }

  synchronized Map<ResourceKey, ResourceKind> of(String instance) {
    return Map.copyOf(byInstance.getOrDefault(instance, Map.of()));
  }

  synchronized List<ResourceKey> untracked(String namespace) {
    return List.copyOf(untracked.getOrDefault(namespace, Set.of()));
  }
}
