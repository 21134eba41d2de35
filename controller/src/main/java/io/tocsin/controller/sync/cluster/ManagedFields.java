package io.tocsin.controller.sync.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands the fields that clients applied over to a manager on the server, so that a server-side
 * apply can take away what is not said any more.
 */
final class ManagedFields {
  private ManagedFields() {}

  /** The entries after it; absent when there is nothing to hand over. */
  static Optional<List<Object>> handedOver(List<?> entries, Set<String> from, String manager) {
    List<Map<?, ?>> updates = new ArrayList<>();
    List<Object> others = new ArrayList<>();
    Map<String, Object> fields = Map.of();
    for (Object each : entries) {
      Map<?, ?> entry = (Map<?, ?>) each;
      if (isUpdate(entry, from)) {
        updates.add(entry);
        fields = union(fields, map(entry.get("fieldsV1")));
      } else if (isApply(entry, manager)) {
        fields = union(fields, map(entry.get("fieldsV1")));
      } else {
        others.add(entry);
      }
    }
    if (updates.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> applied = new LinkedHashMap<>();
    updates.getLast().forEach((name, value) -> applied.put((String) name, value));
    applied.put("manager", manager);
    applied.put("operation", "Apply");
    applied.put("fieldsV1", withoutAnnotation(fields));
    others.add(applied);
    return Optional.of(others);
  }

  private static boolean isApply(Map<?, ?> entry, String manager) {
    return "Apply".equals(entry.get("operation"))
        && manager.equals(entry.get("manager"))
        && !entry.containsKey("subresource");
  }

  private static boolean isUpdate(Map<?, ?> entry, Set<String> from) {
    return "Update".equals(entry.get("operation"))
        && from.contains(entry.get("manager"))
        && !entry.containsKey("subresource");
  }

  private static Map<String, Object> union(Map<?, ?> one, Map<?, ?> other) {
    Map<String, Object> all = new LinkedHashMap<>();
    one.forEach((name, value) -> all.put((String) name, value));
    other.forEach(
        (name, value) ->
            all.merge((String) name, value, (old, added) -> union(map(old), map(added))));
    return all;
  }

  /** Nobody manages what a client remembers; the next apply takes it away. */
  private static Map<String, Object> withoutAnnotation(Map<String, Object> fields) {
    Map<String, Object> metadata = union(map(fields.get("f:metadata")), Map.of());
    Map<String, Object> annotations = union(map(metadata.get("f:annotations")), Map.of());
    if (annotations.remove("f:" + LastApplied.ANNOTATION) == null) {
      return fields;
    }
    metadata.put("f:annotations", annotations);
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("f:metadata", metadata);
    return all;
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
