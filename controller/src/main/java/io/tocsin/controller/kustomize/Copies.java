package io.tocsin.controller.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies that may be changed. */
final class Copies {
  private Copies() {}

  static Map<String, Object> of(Map<?, ?> map) {
    Map<String, Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((name, value) -> copy.put((String) name, value(value)));
    return copy;
  }

  static Object value(Object value) {
    return switch (value) {
      case Map<?, ?> map -> of(map);
      case List<?> list -> {
        List<Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(value(item)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}
