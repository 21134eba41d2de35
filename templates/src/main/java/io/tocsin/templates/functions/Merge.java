package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoTypes;
import java.util.ArrayList;
import java.util.Map;

/**
 * Merges maps into maps, deeply. Rules: the library mergo 1.0, as far as maps without pointers go.
 */
final class Merge {
  private final boolean overwrite;

  Merge(boolean overwrite) {
    this.overwrite = overwrite;
  }

  /** Changes {@code target}, and the maps in it that templates may change; copies the others. */
  void into(Dict target, Map<String, Object> source) {
    into(target, source, 0);
  }

  private void into(Dict target, Map<String, Object> source, int depth) {
    Limits.depth(depth);
    // A map merged into itself would change under the loop.
    for (Map.Entry<String, Object> entry : new ArrayList<>(source.entrySet())) {
      merge(target, entry.getKey(), entry.getValue(), depth);
    }
    Limits.elements(target.size());
  }

  private void merge(Dict target, String key, Object value, int depth) {
    Object old = target.get(key);
    if (value == null) {
      if (overwrite) {
        target.put(key, null);
      }
      return;
    }
    if (isMap(old) && isMap(value)) {
      nested(target, key, Args.map(old), Args.map(value), depth);
    } else if (overwrite || !GoTypes.isTrue(old)) {
      target.put(key, value);
    }
  }

  private void nested(
      Dict target, String key, Map<String, Object> old, Map<String, Object> value, int depth) {
    if (old.isEmpty() && value.isEmpty()) {
      target.put(key, value);
      return;
    }
    Dict changeable = Dict.changeable(old);
    target.put(key, changeable);
    into(changeable, value, depth + 1);
  }

  private static boolean isMap(Object value) {
    return value instanceof Map;
  }
}
