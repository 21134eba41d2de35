package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObject;
import java.util.List;

/**
 * How an Application compares.
 *
 * @param status OutOfSync when one resource is, and is not merely extraneous and ignored
 * @param resources in the order of group, kind, namespace and name; hooks that are live among them
 * @param hooks the targets that are hooks, which are not compared
 * @param shared a sentence for each resource that another Application tracks, for the condition
 *     SharedResourceWarning
 */
public record Comparison(
    SyncStatus status,
    List<ResourceComparison> resources,
    List<KubeObject> hooks,
    List<String> shared) {
  public Comparison {
    resources = List.copyOf(resources);
    hooks = List.copyOf(hooks);
    shared = List.copyOf(shared);
  }
}
