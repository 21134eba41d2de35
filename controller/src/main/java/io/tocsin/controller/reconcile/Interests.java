package io.tocsin.controller.reconcile;

import io.tocsin.controller.compare.ResourceComparison;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which Applications wait for objects that do not carry their marks: those that are missing, or are
 * somebody else's, or are never marked. Thread-safe.
 */
final class Interests {
  private final Map<ResourceKey, Set<ObjectKey>> waiting = new ConcurrentHashMap<>();
  private final Map<ObjectKey, Set<ResourceKey>> wanted = new ConcurrentHashMap<>();

  /** Takes the place of what the Application waited for before. */
  void set(Subject subject, Observation observation) {
    ObjectKey application = subject.application().object().key();
    var tracking = subject.settings().tracking(subject.instance());
    Set<ResourceKey> keys =
        observation.comparison().resources().stream()
            .filter(each -> each.target() != null)
            .filter(each -> each.live() == null || !tracking.marks(each.live()))
            .map(ResourceComparison::key)
            .collect(Collectors.toSet());
    replace(application, keys);
  }

  void forget(ObjectKey application) {
    replace(application, Set.of());
  }

  private void replace(ObjectKey application, Set<ResourceKey> keys) {
    Set<ResourceKey> before =
        keys.isEmpty() ? wanted.remove(application) : wanted.put(application, keys);
    Set<ResourceKey> over = new HashSet<>(before == null ? Set.of() : before);
    over.removeAll(keys);
    over.forEach(
        key ->
            waiting.computeIfPresent(
                key,
                (any, applications) ->
                    applications.remove(application) && applications.isEmpty()
                        ? null
                        : applications));
    keys.forEach(
        key ->
            waiting.compute(
                key,
                (any, applications) -> {
                  Set<ObjectKey> all =
                      applications == null ? ConcurrentHashMap.newKeySet() : applications;
                  all.add(application);
                  return all;
                }));
  }

  List<ObjectKey> in(ResourceKey key) {
    return List.copyOf(waiting.getOrDefault(key, Set.of()));
  }
}
