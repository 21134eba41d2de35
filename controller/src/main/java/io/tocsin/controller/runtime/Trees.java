package io.tocsin.controller.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads, compares and changes the trees of maps and lists that objects consist of; a change copies
 * what is on the way to it and shares the rest.
 */
public final class Trees {
  private Trees() {}

  /** The map of a value, or none. */
  @SuppressWarnings("unchecked") // parsers make no other keys
  public static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The list of a value, or none. */
  @SuppressWarnings("unchecked") // a list of anything can be read as one of objects
  public static List<Object> list(Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** What stands at the path, or null. */
  public static Object at(Object tree, String... path) {
    Object value = tree;
    for (String name : path) {
      value = map(value).get(name);
    }
    return value;
  }

  /**
   * The tree with the value at the path; null takes what is there away, with the maps that are
   * empty then. Missing maps are made; the same instance is returned where nothing changes.
   */
  public static Map<String, Object> with(Map<String, Object> tree, Object value, String... path) {
    return with(tree, value, path, 0);
  }

  private static Map<String, Object> with(
      Map<String, Object> tree, Object value, String[] path, int depth) {
    String name = path[depth];
    Object old = tree.get(name);
    boolean last = depth == path.length - 1;
    if (value == null && (last ? !tree.containsKey(name) : !(old instanceof Map))) {
      return tree;
    }
    Object changed = last ? value : with(map(old), value, path, depth + 1);
    if (!last && value == null && map(changed).isEmpty()) {
      changed = null;
    }
    if (changed != null && (isIdentical(changed, old) || (last && changed.equals(old)))) {
      return tree;
    }
    Map<String, Object> copy = new LinkedHashMap<>(tree);
    if (changed == null) {
      copy.remove(name);
    } else {
      copy.put(name, changed);
    }
    return copy;
  }

  /** The tree without what stands at the path. */
  public static Map<String, Object> without(Map<String, Object> tree, String... path) {
    return with(tree, null, path);
  }

  /** Whether it is the very instance: what nothing was changed in is shared, not copied. */
  @SuppressWarnings("ReferenceEquality")
  public static boolean isIdentical(Object a, Object b) {
    return a == b;
  }

  /** Whether two trees say the same: null is as good as absent, 1 as good as 1.0. */
  public static boolean same(Object a, Object b) {
    if (isIdentical(a, b)) {
      return true;
    }
    if (a instanceof Map<?, ?> first && b instanceof Map<?, ?> second) {
      return covers(first, second) && covers(second, first);
    }
    if (a instanceof List<?> first && b instanceof List<?> second) {
      if (first.size() != second.size()) {
        return false;
      }
      for (int i = 0; i < first.size(); i++) {
        if (!same(first.get(i), second.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof Number first && b instanceof Number second) {
      return first.equals(second) || first.doubleValue() == second.doubleValue();
    }
    return Objects.equals(a, b);
  }

  private static boolean covers(Map<?, ?> first, Map<?, ?> second) {
    for (Map.Entry<?, ?> entry : first.entrySet()) {
      if (!same(entry.getValue(), second.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
