package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes away what RFC 6901 points to. */
final class JsonPointers {
  private JsonPointers() {}

  /** The parts of a pointer, unescaped; a pointer begins with a slash. */
  static List<String> parts(String pointer) {
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "jsonPointers: `%s` must begin with a slash".formatted(pointer));
    }
    List<String> parts = new ArrayList<>();
    for (String part : pointer.substring(1).split("/", -1)) {
      parts.add(part.replace("~1", "/").replace("~0", "~"));
    }
    return List.copyOf(parts);
  }

  /** The same instance where nothing is there. */
  static Object remove(Object tree, List<String> parts) {
    return remove(tree, parts, 0);
  }

  private static Object remove(Object tree, List<String> parts, int depth) {
    String part = parts.get(depth);
    boolean last = depth == parts.size() - 1;
    if (tree instanceof Map<?, ?> map && map.containsKey(part)) {
      Object inner = map.get(part);
      Object changed = last ? null : remove(inner, parts, depth + 1);
      if (!last && Trees.isIdentical(changed, inner)) {
        return tree;
      }
      Map<String, Object> copy = new LinkedHashMap<>(Trees.map(map));
      if (last) {
        copy.remove(part);
      } else {
        copy.put(part, changed);
      }
      return copy;
    }
    return tree instanceof List<?> list ? removeElement(list, parts, depth) : tree;
  }

  private static Object removeElement(List<?> list, List<String> parts, int depth) {
    int index = index(parts.get(depth), list.size());
    if (index < 0) {
      return list;
    }
    boolean last = depth == parts.size() - 1;
    Object inner = list.get(index);
    Object changed = last ? null : remove(inner, parts, depth + 1);
    if (!last && Trees.isIdentical(changed, inner)) {
      return list;
    }
    List<Object> copy = new ArrayList<>(list);
    if (last) {
      copy.remove(index);
    } else {
      copy.set(index, changed);
    }
    return copy;
  }

  private static int index(String part, int size) {
    if (part.isEmpty() || part.length() > 9 || !part.chars().allMatch(Character::isDigit)) {
      return -1;
    }
    int index = Integer.parseInt(part);
    return index < size ? index : -1;
  }
}
