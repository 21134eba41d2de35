package io.tocsin.embedded.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Access to trees of maps and lists that tolerates what is missing or of another type. */
public final class Tree {
  private Tree() {}

  /** The value as a map, or an empty map. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> asMap(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The value as a list, or an empty list. */
  @SuppressWarnings("unchecked")
  public static List<Object> asList(Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** The map under a key, or an empty map. */
  public static Map<String, Object> map(Map<String, Object> parent, String key) {
    return asMap(parent.get(key));
  }

  /** The list under a key, or an empty list. */
  public static List<Object> list(Map<String, Object> parent, String key) {
    return asList(parent.get(key));
  }

  /** The map under a key, put there when there is none. */
  public static Map<String, Object> ensureMap(Map<String, Object> parent, String key) {
    if (parent.get(key) instanceof Map<?, ?>) {
      return map(parent, key);
    }
    Map<String, Object> created = new LinkedHashMap<>();
    parent.put(key, created);
    return created;
  }

  /** The scalar under a key as text, or an empty text. */
  public static String text(Map<String, Object> parent, String key) {
    Object value = parent.get(key);
    return value == null ? "" : value.toString();
  }

  /** The value at a path of map keys, or null. */
  public static Object at(Map<String, Object> root, List<String> path) {
    Object current = root;
    for (String key : path) {
      current = asMap(current).get(key);
    }
    return current;
  }

  /** The value at a dotted path of map keys as text, or an empty text. */
  public static String textAt(Map<String, Object> root, String dottedPath) {
    return Objects.toString(at(root, List.of(dottedPath.split("\\."))), "");
  }

  /** The strings of a map, everything else left out. */
  public static Map<String, String> strings(Map<String, Object> map) {
    Map<String, String> strings = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value instanceof String text) {
            strings.put(key, text);
          }
        });
    return strings;
  }

  /** A deep, mutable copy. */
  public static Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> map -> copyOf(asMap(map));
      case List<?> list -> {
        List<Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(copy(item)));
        yield copy;
      }
      case null -> null;
      default -> value;
    };
  }

  /** A deep, mutable copy of an object. */
  public static Map<String, Object> copyOf(Map<String, Object> object) {
    Map<String, Object> copy = LinkedHashMap.newLinkedHashMap(object.size());
    object.forEach((key, value) -> copy.put(key, copy(value)));
    return copy;
  }
}
