package io.tocsin.services.options;

import java.util.Collection;
import java.util.Map;

/** Finds keys as Go's JSON does: as written, or else without regard to upper and lower case. */
public final class Keys {
  private Keys() {}

  /** The value of a key, or null. */
  public static Object find(Map<?, ?> map, String name) {
    if (map.containsKey(name)) {
      return map.get(name);
    }
    return map.entrySet().stream()
        .filter(entry -> name.equalsIgnoreCase(String.valueOf(entry.getKey())))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(null);
  }

  /** Whether a key is one of those known. */
  public static boolean known(String name, Collection<String> names) {
    return names.contains(name) || names.stream().anyMatch(name::equalsIgnoreCase);
  }
}
