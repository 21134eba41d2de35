package io.tocsin.controller.kustomize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds fields by their paths, in all elements of lists on the way. */
final class FieldWalk {
  private FieldWalk() {}

  /** Is shown the mapping that holds the field, or may hold it. */
  interface Visitor {
    void visit(Map<String, Object> holder, String field);
  }

  @SuppressWarnings("unchecked") // our own copies
  static void visit(Object at, List<String> path, boolean create, Visitor visitor) {
    switch (at) {
      case List<?> list -> list.forEach(item -> visit(item, path, create, visitor));
      case Map<?, ?> map -> visitMapping((Map<String, Object>) map, path, create, visitor);
      case null, default -> {}
    }
  }

  private static void visitMapping(
      Map<String, Object> map, List<String> path, boolean create, Visitor visitor) {
    String field = path.getFirst();
    if (path.size() == 1) {
      if (create || map.get(field) != null) {
        visitor.visit(map, field);
      }
      return;
    }
    if (map.get(field) == null && create) {
      map.put(field, new LinkedHashMap<>());
    }
    visit(map.get(field), path.subList(1, path.size()), create, visitor);
  }
}
