package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON patch, RFC 6902. */
public record JsonPatch(List<Map<String, Object>> operations) implements Patch {
  private static final int MOST_OPERATIONS = 10_000;

  /** Reads a parsed patch. */
  public static JsonPatch of(Object patch) {
    if (!(patch instanceof List<?> operations)) {
      throw PatchException.malformed(
          "json: cannot unmarshal object into Go value of type jsonpatch.Patch");
    }
    if (operations.size() > MOST_OPERATIONS) {
      throw PatchException.malformed(
          "The allowed maximum operations in a JSON patch is %d, got %d"
              .formatted(MOST_OPERATIONS, operations.size()));
    }
    return new JsonPatch(operations.stream().map(Tree::asMap).toList());
  }

  @Override
  public Map<String, Object> apply(Map<String, Object> object) {
    Object document = object;
    for (Map<String, Object> operation : operations) {
      document = apply(document, operation);
    }
    if (!(document instanceof Map<?, ?>)) {
      throw PatchException.inapplicable("The patch leaves no object.");
    }
    return Tree.asMap(document);
  }

  private static Object apply(Object document, Map<String, Object> operation) {
    Pointer path = pointer(operation, "path");
    return switch (Tree.text(operation, "op")) {
      case "add" -> add(document, path, value(operation));
      case "replace" -> replace(document, path, value(operation));
      case "remove" -> remove(document, path);
      case "test" -> test(document, path, operation.get("value"));
      case "copy" -> add(document, path, Tree.copy(pointer(operation, "from").get(document)));
      case "move" -> move(document, pointer(operation, "from"), path);
      case String other -> throw PatchException.inapplicable("Unexpected kind: " + other);
    };
  }

  private static Object add(Object document, Pointer path, Object value) {
    if (path.isRoot()) {
      return value;
    }
    path.add(document, value);
    return document;
  }

  private static Object replace(Object document, Pointer path, Object value) {
    if (path.isRoot()) {
      return value;
    }
    path.replace(document, value);
    return document;
  }

  private static Object remove(Object document, Pointer path) {
    if (path.isRoot()) {
      throw PatchException.inapplicable("The whole object cannot be removed.");
    }
    path.remove(document);
    return document;
  }

  private static Object move(Object document, Pointer from, Pointer path) {
    if (from.isRoot() || path.isWithin(from)) {
      throw PatchException.inapplicable("A value cannot be moved into itself.");
    }
    return add(document, path, from.remove(document));
  }

  private static Object test(Object document, Pointer path, Object expected) {
    if (!Objects.equals(path.get(document), expected)) {
      throw PatchException.inapplicable("Testing value " + path.tokens() + " failed.");
    }
    return document;
  }

  private static Pointer pointer(Map<String, Object> operation, String key) {
    if (!(operation.get(key) instanceof String text)) {
      throw PatchException.inapplicable("An operation has no " + key + ".");
    }
    return Pointer.parse(text);
  }

  private static Object value(Map<String, Object> operation) {
    if (!operation.containsKey("value")) {
      throw PatchException.inapplicable("An operation has no value.");
    }
    return Tree.copy(operation.get("value"));
  }
}
