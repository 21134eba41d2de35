package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.Trees;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hides what a Secret holds, but not whether two values are the same. */
final class SecretMask {
  private static final int SHORTEST = 8;

  private final boolean secret;
  private final Map<Object, String> masks = new HashMap<>();

  SecretMask(boolean secret) {
    this.secret = secret;
  }

  Map<String, Object> apply(Map<String, Object> content) {
    if (!secret) {
      return content;
    }
    Map<String, Object> masked = new LinkedHashMap<>(content);
    for (String field : new String[] {"data", "stringData"}) {
      if (content.get(field) instanceof Map<?, ?> values) {
        Map<String, Object> hidden = new LinkedHashMap<>(Trees.map(values));
        hidden.replaceAll((name, value) -> mask(value));
        masked.put(field, hidden);
      }
    }
    return masked;
  }

  private String mask(Object value) {
    return masks.computeIfAbsent(value, any -> "+".repeat(SHORTEST + masks.size()));
  }
}
