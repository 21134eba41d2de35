package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * JSON patches (RFC 6902).
 *
 * @param place of the patch, for errors
 */
record JsonPatch(String place, List<Fields> operations) {
  private static final Set<String> KNOWN = Set.of("op", "path", "from", "value");

  /**
   * @throws SourceException naming the operation that cannot be done
   */
  void apply(Map<String, Object> target) {
    for (Fields operation : operations) {
      operation.only(KNOWN);
      List<String> path = pointer(operation, "path");
      switch (operation.text("op")) {
        case "add" -> add(operation, target, path, operation.values().get("value"));
        case "replace" -> {
          get(operation, target, path);
          set(operation, target, path, operation.values().get("value"));
        }
        case "remove" -> remove(operation, target, path);
        case "copy" ->
            add(operation, target, path, get(operation, target, pointer(operation, "from")));
        case "move" -> {
          List<String> from = pointer(operation, "from");
          Object value = get(operation, target, from);
          remove(operation, target, from);
          add(operation, target, path, value);
        }
        case "test" -> {
          if (!Objects.equals(get(operation, target, path), operation.values().get("value"))) {
            throw operation.error("the test of %s fails".formatted(operation.text("path")));
          }
        }
        default ->
            throw operation.error("there is no operation \"%s\"".formatted(operation.text("op")));
      }
    }
  }

  private static List<String> pointer(Fields operation, String field) {
    String text = operation.text(field);
    if (!text.startsWith("/")) {
      throw operation.error("\"%s\" must begin with a slash".formatted(field));
    }
    return Arrays.stream(text.substring(1).split("/", -1))
        .map(part -> part.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static Object get(Fields operation, Object root, List<String> path) {
    Object at = root;
    for (String part : path) {
      at =
          switch (at) {
            case Map<?, ?> map when map.containsKey(part) -> map.get(part);
            case List<?> list -> list.get(index(operation, part, list.size() - 1));
            case null, default ->
                throw operation.error("there is no /%s".formatted(String.join("/", path)));
          };
    }
    return at;
  }

  @SuppressWarnings("unchecked") // our own copies
  private static void add(
      Fields operation, Map<String, Object> root, List<String> path, Object value) {
    Object holder = get(operation, root, path.subList(0, path.size() - 1));
    String last = path.getLast();
    Object copy = Copies.value(value);
    switch (holder) {
      case Map<?, ?> map -> ((Map<String, Object>) map).put(last, copy);
      case List<?> list when last.equals("-") -> ((List<Object>) list).add(copy);
      case List<?> list -> ((List<Object>) list).add(index(operation, last, list.size()), copy);
      case null, default -> throw operation.error("nothing can be added to a plain value");
    }
  }

  @SuppressWarnings("unchecked") // our own copies
  private static void set(
      Fields operation, Map<String, Object> root, List<String> path, Object value) {
    Object holder = get(operation, root, path.subList(0, path.size() - 1));
    Object copy = Copies.value(value);
    switch (holder) {
      case Map<?, ?> map -> ((Map<String, Object>) map).put(path.getLast(), copy);
      case List<?> list ->
          ((List<Object>) list).set(index(operation, path.getLast(), list.size() - 1), copy);
      case null, default -> throw operation.error("nothing can be replaced in a plain value");
    }
  }

  private static void remove(Fields operation, Map<String, Object> root, List<String> path) {
    get(operation, root, path);
    switch (get(operation, root, path.subList(0, path.size() - 1))) {
      case Map<?, ?> map -> map.remove(path.getLast());
      case List<?> list -> list.remove(index(operation, path.getLast(), list.size() - 1));
      case null, default -> throw operation.error("nothing can be removed from a plain value");
    }
  }

  private static int index(Fields operation, String text, int greatest) {
    if (!text.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(text) > greatest) {
      throw operation.error("there is no element \"%s\"".formatted(text));
    }
    return Integer.parseInt(text);
  }

  static JsonPatch of(String place, List<?> operations) {
    List<Fields> read = new ArrayList<>();
    for (Object operation : operations) {
      if (!(operation instanceof Map<?, ?> map)) {
        throw new SourceException("%s: an operation is no mapping".formatted(place));
      }
      read.add(new Fields("%s, operation %d".formatted(place, read.size() + 1), Copies.of(map)));
    }
    return new JsonPatch(place, read);
  }
}
