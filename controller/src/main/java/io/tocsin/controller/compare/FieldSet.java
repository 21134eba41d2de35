package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which fields a manager owns, in the format of {@code managedFields[].fieldsV1}: {@code f:name}
 * for a field, {@code k:{…}} for an element by its keys, {@code v:…} for a value of a set.
 */
record FieldSet(Map<String, Object> paths) {
  static final FieldSet EMPTY = new FieldSet(Map.of());
  private static final String FIELD = "f:";
  private static final String KEYS = "k:";
  private static final String VALUE = "v:";
  private static final String ITSELF = ".";

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /** A field or element that is owned as a whole. */
  private boolean isLeaf() {
    return paths.isEmpty() || (paths.size() == 1 && paths.containsKey(ITSELF));
  }

  private FieldSet child(String path) {
    return paths.get(path) instanceof Map<?, ?> child ? new FieldSet(Trees.map(child)) : EMPTY;
  }

  FieldSet field(String name) {
    return child(FIELD + name);
  }

  /** What both own. */
  FieldSet and(FieldSet other) {
    Map<String, Object> all = new LinkedHashMap<>(paths);
    other.paths.forEach(
        (path, value) ->
            all.merge(
                path,
                value,
                (a, b) -> new FieldSet(Trees.map(a)).and(new FieldSet(Trees.map(b))).paths()));
    return new FieldSet(all);
  }

  /** How a list is merged, as its elements were owned; empty where that does not show. */
  Optional<ListType> listType() {
    for (String path : paths.keySet()) {
      if (path.startsWith(KEYS)) {
        return Optional.of(ListType.by(keys(path).keySet().toArray(String[]::new)));
      }
      if (path.startsWith(VALUE)) {
        return Optional.of(ListType.VALUES);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> keys(String path) {
    return Trees.map(json(path.substring(KEYS.length())));
  }

  private static Object json(String text) {
    try {
      return KubeObjects.numbers(JsonMapper.shared().readValue(text, Object.class));
    } catch (JacksonException e) {
      return null;
    }
  }

  /**
   * The part of a value that these fields are, less what others own too: what would go if this
   * manager no longer applied it. Null for nothing.
   */
  Object of(Object value, FieldSet others) {
    if (isLeaf()) {
      return value;
    }
    return switch (value) {
      case Map<?, ?> map -> ofMap(Trees.map(map), others);
      case List<?> list -> ofList(list, others);
      case null, default -> value;
    };
  }

  private Object ofMap(Map<String, Object> map, FieldSet others) {
    Map<String, Object> part = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          String path = FIELD + name;
          if (!paths.containsKey(path) || isShared(path, others)) {
            return;
          }
          Object owned = child(path).of(value, others.child(path));
          if (owned != null) {
            part.put(name, owned);
          }
        });
    return part;
  }

  private boolean isShared(String path, FieldSet others) {
    return others.paths.containsKey(path) && child(path).isLeaf();
  }

  private Object ofList(List<?> list, FieldSet others) {
    List<Object> part = new ArrayList<>();
    for (Object element : list) {
      String path = pathOf(element);
      if (path != null && !others.paths.containsKey(path)) {
        Object owned = child(path).of(element, EMPTY);
        part.add(owned instanceof Map<?, ?> map ? withKeys(map, path) : owned);
      }
    }
    return part;
  }

  private static Map<String, Object> withKeys(Map<?, ?> element, String path) {
    Map<String, Object> all = new LinkedHashMap<>(Trees.map(element));
    all.putAll(keys(path));
    return all;
  }

  /** The path in this set that the element of a list has. */
  private String pathOf(Object element) {
    for (String path : paths.keySet()) {
      if (path.startsWith(KEYS) && element instanceof Map<?, ?> map) {
        Map<String, Object> keys = keys(path);
        if (keys.entrySet().stream()
            .allMatch(key -> Trees.same(key.getValue(), map.get(key.getKey())))) {
          return path;
        }
      } else if (path.startsWith(VALUE)
          && Trees.same(json(path.substring(VALUE.length())), element)) {
        return path;
      }
    }
    return null;
  }

  /** A value and its counterpart without what these fields are and where they differ. */
  record Pair(Object value, Object other) {}

  Pair withoutDifferences(Object value, Object other) {
    if (value instanceof Map<?, ?> map && other instanceof Map<?, ?> second) {
      return mapsWithoutDifferences(Trees.map(map), Trees.map(second));
    }
    if (value instanceof List<?> list && other instanceof List<?> second) {
      return listsWithoutDifferences(Trees.list(list), Trees.list(second));
    }
    return new Pair(value, other);
  }

  private Pair mapsWithoutDifferences(Map<String, Object> value, Map<String, Object> other) {
    Map<String, Object> left = new LinkedHashMap<>(value);
    Map<String, Object> right = new LinkedHashMap<>(other);
    value.forEach(
        (name, inner) -> {
          String path = FIELD + name;
          Object counterpart = other.get(name);
          if (!paths.containsKey(path) || counterpart == null || Trees.same(inner, counterpart)) {
            return;
          }
          if (child(path).isLeaf()) {
            left.remove(name);
            right.remove(name);
          } else {
            Pair pair = child(path).withoutDifferences(inner, counterpart);
            left.put(name, pair.value());
            right.put(name, pair.other());
          }
        });
    return new Pair(left, right);
  }

  private Pair listsWithoutDifferences(List<Object> value, List<Object> other) {
    List<Object> left = new ArrayList<>(value);
    List<Object> right = new ArrayList<>(other);
    for (int i = 0; i < left.size(); i++) {
      String path = pathOf(left.get(i));
      for (int j = 0; path != null && j < right.size(); j++) {
        if (path.equals(pathOf(right.get(j)))) {
          Pair pair = child(path).withoutDifferences(left.get(i), right.get(j));
          left.set(i, pair.value());
          right.set(j, pair.other());
        }
      }
    }
    return new Pair(left, right);
  }
}
