package io.tocsin.bench.load.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lays one YAML mapping over another. */
final class Merge {
  private Merge() {}

  /** Mappings are merged key by key; anything else is replaced. */
  static Map<String, Object> over(Map<String, Object> base, Map<?, ?> top) {
    Map<String, Object> merged = new LinkedHashMap<>(base);
    top.forEach((key, value) -> merged.merge(String.valueOf(key), value, Merge::value));
    return merged;
  }

  private static Object value(Object below, Object above) {
    if (!(below instanceof Map<?, ?> base) || !(above instanceof Map<?, ?> top)) {
      return above;
    }
    return over(over(Map.of(), base), top);
  }
}
