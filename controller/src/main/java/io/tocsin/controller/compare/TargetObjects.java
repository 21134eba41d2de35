package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Manifests as they will be applied.
 *
 * @param objects with their namespaces and marks, each once, the last where there were several
 * @param repeated a sentence for each object that there was more than once, for the condition
 *     RepeatedResourceWarning
 */
public record TargetObjects(List<KubeObject> objects, List<String> repeated) {
  public TargetObjects {
    objects = List.copyOf(objects);
    repeated = List.copyOf(repeated);
  }

  /**
   * Gives objects of a namespace the destination's where they name none, takes the namespace from
   * objects of the cluster, and marks all. A kind that is not known counts as one of namespaces.
   */
  public static TargetObjects of(
      List<KubeObject> manifests, Tracking tracking, String namespace, Scopes scopes) {
    Map<ResourceKey, KubeObject> byKey = new LinkedHashMap<>();
    Map<ResourceKey, Integer> counts = new LinkedHashMap<>();
    int index = 0;
    for (KubeObject manifest : manifests) {
      KubeObject target = tracking.mark(placed(manifest, namespace, scopes), namespace);
      ResourceKey key = key(target, index++);
      byKey.put(key, target);
      counts.merge(key, 1, Integer::sum);
    }
    List<String> repeated = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          if (count > 1) {
            repeated.add(
                "Resource %s appeared %d times among application resources.".formatted(key, count));
          }
        });
    return new TargetObjects(List.copyOf(byKey.values()), repeated);
  }

  private static KubeObject placed(KubeObject manifest, String namespace, Scopes scopes) {
    boolean namespaced = scopes.mayBeNamespaced(manifest.group(), manifest.kind());
    if (namespaced && manifest.namespace().isEmpty()) {
      return new KubeObject(Trees.with(manifest.content(), namespace, "metadata", "namespace"));
    }
    return namespaced
        ? manifest
        : new KubeObject(Trees.without(manifest.content(), "metadata", "namespace"));
  }

  /** Objects that the server names are never the same. */
  private static ResourceKey key(KubeObject target, int index) {
    ResourceKey key = ResourceKey.of(target);
    return target
        .text("metadata", "generateName")
        .filter(prefix -> key.name().isEmpty())
        .map(prefix -> new ResourceKey(key.group(), key.kind(), key.namespace(), prefix + index))
        .orElse(key);
  }
}
