package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * JSON pointer, RFC 6901.
 *
 * @param tokens the unescaped steps; none for the whole document
 */
record Pointer(List<String> tokens) {
  static Pointer parse(String text) {
    if (text.isEmpty()) {
      return new Pointer(List.of());
    }
    if (!text.startsWith("/")) {
      throw PatchException.inapplicable("The pointer " + text + " does not begin with a slash.");
    }
    return new Pointer(
        Stream.of(text.substring(1).split("/", -1))
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  boolean isRoot() {
    return tokens.isEmpty();
  }

  boolean isWithin(Pointer other) {
    return tokens.size() > other.tokens.size()
        && tokens.subList(0, other.tokens.size()).equals(other.tokens);
  }

  /** The value there; fails when there is none. */
  Object get(Object root) {
    Object current = root;
    for (String token : tokens) {
      current = child(current, token);
    }
    return current;
  }

  /** Adds a member or inserts an element. */
  void add(Object root, Object value) {
    Object parent = parent(root);
    if (parent instanceof Map<?, ?>) {
      Tree.asMap(parent).put(last(), value);
    } else if (parent instanceof List<?> list) {
      int index = last().equals("-") ? list.size() : index(last(), list.size() + 1);
      Tree.asList(parent).add(index, value);
    } else {
      throw missing(last());
    }
  }

  /** Replaces what is there; fails when there is nothing. */
  void replace(Object root, Object value) {
    Object parent = parent(root);
    child(parent, last());
    if (parent instanceof List<?> list) {
      Tree.asList(parent).set(index(last(), list.size()), value);
    } else {
      Tree.asMap(parent).put(last(), value);
    }
  }

  /** Removes and returns what is there; fails when there is nothing. */
  Object remove(Object root) {
    Object parent = parent(root);
    Object old = child(parent, last());
    if (parent instanceof List<?> list) {
      List<Object> elements = Tree.asList(parent);
      elements.remove(index(last(), list.size()));
    } else {
      Tree.asMap(parent).remove(last());
    }
    return old;
  }

  private Object parent(Object root) {
    return new Pointer(new ArrayList<>(tokens.subList(0, tokens.size() - 1))).get(root);
  }

  private String last() {
    return tokens.getLast();
  }

  private static Object child(Object value, String token) {
    if (value instanceof Map<?, ?> map && map.containsKey(token)) {
      return map.get(token);
    }
    if (value instanceof List<?> list) {
      return list.get(index(token, list.size()));
    }
    throw missing(token);
  }

  private static int index(String token, int size) {
    if (token.matches("0|[1-9]\\d{0,8}")) {
      int index = Integer.parseInt(token);
      if (index < size) {
        return index;
      }
    }
    throw missing(token);
  }

  private static PatchException missing(String token) {
    return PatchException.inapplicable("There is nothing at " + token + ".");
  }
}
