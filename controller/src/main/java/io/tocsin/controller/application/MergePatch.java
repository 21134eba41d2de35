package io.tocsin.controller.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** JSON merge patches (RFC 7386). */
public final class MergePatch {
  private MergePatch() {}

  /** What a patch makes of an object. */
  public static Map<String, Object> applied(Map<?, ?> before, Map<?, ?> patch) {
    Map<String, Object> after = new LinkedHashMap<>();
    before.forEach((name, value) -> after.put((String) name, value));
    patch.forEach(
        (name, value) -> {
          if (value == null) {
            after.remove(name);
          } else if (value instanceof Map<?, ?> inner) {
            Map<?, ?> old = before.get(name) instanceof Map<?, ?> map ? map : Map.of();
            after.put((String) name, applied(old, inner));
          } else {
            after.put((String) name, value);
          }
        });
    return after;
  }

  /**
   * The smallest patch that makes {@code after} of {@code before}: null for what is gone, lists as
   * wholes, nothing for what is equal. Fields that neither names stay as they are on the server.
   */
  public static Map<String, Object> between(Map<?, ?> before, Map<?, ?> after) {
    Map<String, Object> patch = new LinkedHashMap<>();
    before
        .keySet()
        .forEach(
            name -> {
              if (after.get(name) == null && before.get(name) != null) {
                patch.put((String) name, null);
              }
            });
    after.forEach(
        (name, value) -> {
          Object old = before.get(name);
          if (value instanceof Map<?, ?> inner && old instanceof Map<?, ?> outer) {
            Map<String, Object> nested = between(outer, inner);
            if (!nested.isEmpty()) {
              patch.put((String) name, nested);
            }
          } else if (value != null && !Objects.equals(old, value)) {
            patch.put((String) name, value);
          }
        });
    return patch;
  }
}
