package io.tocsin.controller.helm.values;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trees of values: mappings that are changed by whoever made or copied them. */
public final class Tables {
  private Tables() {}

  static boolean isTable(Object value) {
    return value instanceof Map;
  }

  @SuppressWarnings("unchecked") // values have no other keys
  static Map<String, Object> table(Object value) {
    return (Map<String, Object>) value;
  }

  /** A copy that shares nothing that can change. */
  public static Map<String, Object> copy(Map<String, Object> values) {
    return table(copyOf(values));
  }

  private static Object copyOf(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, item) -> copy.put((String) key, copyOf(item)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(copyOf(item)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  /** The mapping at a path such as {@code a.b}, if there is one. */
  static Optional<Map<String, Object>> at(Map<String, Object> values, String path) {
    Map<String, Object> table = values;
    for (String step : path.split("\\.", -1)) {
      if (!isTable(table.get(step))) {
        return Optional.empty();
      }
      table = table(table.get(step));
    }
    return Optional.of(table);
  }

  /** What stands at a path such as {@code a.b}, unless it is a mapping. */
  static Optional<Object> leaf(Map<String, Object> values, String path) {
    int dot = path.lastIndexOf('.');
    return (dot < 0 ? Optional.of(values) : at(values, path.substring(0, dot)))
        .map(table -> table.get(path.substring(dot + 1)))
        .filter(value -> !isTable(value));
  }

  /** A mapping with the values at that path, {@code .} being the mapping itself. */
  static Map<String, Object> nested(String path, Map<String, Object> values) {
    if (path.equals(".")) {
      return values;
    }
    Map<String, Object> result = values;
    for (String step : List.of(path.split("\\.", -1)).reversed()) {
      Map<String, Object> outer = new LinkedHashMap<>();
      outer.put(step, result);
      result = outer;
    }
    return result;
  }

  /** Takes away what is null, at all depths. */
  static void dropNulls(Map<String, Object> values) {
    for (Iterator<Object> items = values.values().iterator(); items.hasNext(); ) {
      Object value = items.next();
      if (value == null) {
        items.remove();
      } else if (isTable(value)) {
        dropNulls(table(value));
      }
    }
  }
}
