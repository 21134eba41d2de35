package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON merge patch, RFC 7386. */
public record MergePatch(Map<String, Object> patch) implements Patch {
  @Override
  public Map<String, Object> apply(Map<String, Object> object) {
    return merge(object, patch);
  }

  private static Map<String, Object> merge(Map<String, Object> target, Map<String, Object> patch) {
    Map<String, Object> merged = new LinkedHashMap<>(target);
    patch.forEach(
        (key, value) -> {
          if (value == null) {
            merged.remove(key);
          } else if (value instanceof Map<?, ?>) {
            merged.put(key, merge(Tree.map(merged, key), Tree.asMap(value)));
          } else {
            merged.put(key, value);
          }
        });
    return merged;
  }
}
