package io.tocsin.notifier.cli.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A map of maps that is being changed; not thread-safe. */
final class Tree {
  private final Map<String, Object> content;

  Tree() {
    this(new LinkedHashMap<>());
  }

  private Tree(Map<String, Object> content) {
    this.content = content;
  }

  /** A deep copy of parsed JSON or YAML. */
  static Tree copyOf(Object value) {
    return new Tree(map(copy(value)));
  }

  Map<String, Object> content() {
    return content;
  }

  boolean isEmpty() {
    return content.isEmpty();
  }

  /** Sets a value; null leaves what is there. */
  void set(Object value, String... path) {
    if (value != null) {
      parent(path).put(path[path.length - 1], value);
    }
  }

  void remove(String... path) {
    if (has(path)) {
      parent(path).remove(path[path.length - 1]);
    }
  }

  boolean has(String... path) {
    Object value = content;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value != null;
  }

  /** The object there, made where there is none. */
  void object(String... path) {
    child(path);
  }

  Tree child(String... path) {
    Map<String, Object> parent = parent(path);
    return new Tree(map(parent.computeIfAbsent(path[path.length - 1], n -> new LinkedHashMap<>())));
  }

  List<Object> list(String... path) {
    Object value = content;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
  }

  Tree item(int index, String... path) {
    return new Tree(map(list(path).get(index)));
  }

  private Map<String, Object> parent(String... path) {
    Map<String, Object> at = content;
    for (int i = 0; i < path.length - 1; i++) {
      at = map(at.computeIfAbsent(path[i], name -> new LinkedHashMap<>()));
    }
    return at;
  }

  @SuppressWarnings("unchecked") // keys of JSON are strings
  private static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
  }

  private static Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copied = new LinkedHashMap<>();
        map.forEach((name, item) -> copied.put((String) name, copy(item)));
        yield copied;
      }
      case List<?> list -> {
        List<Object> copied = new ArrayList<>();
        list.forEach(item -> copied.add(copy(item)));
        yield copied;
      }
      case null, default -> value;
    };
  }
}
