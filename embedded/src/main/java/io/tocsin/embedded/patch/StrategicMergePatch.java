package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Strategic merge patch: a merge patch that merges lists by the keys of their elements and obeys
 * the directives {@code $patch}, {@code $retainKeys}, {@code $setElementOrder} and {@code
 * $deleteFromPrimitiveList}.
 */
public record StrategicMergePatch(Map<String, Object> patch, MergeRules rules) implements Patch {
  private static final String PATCH = "$patch";
  private static final String RETAIN = "$retainKeys";
  private static final String ORDER = "$setElementOrder/";
  private static final String DELETE_FROM = "$deleteFromPrimitiveList/";

  @Override
  public Map<String, Object> apply(Map<String, Object> object) {
    return merge(object, patch, List.of());
  }

  private Map<String, Object> merge(
      Map<String, Object> target, Map<String, Object> change, List<String> path) {
    if ("replace".equals(change.get(PATCH))) {
      Map<String, Object> replaced = new LinkedHashMap<>(change);
      replaced.remove(PATCH);
      return replaced;
    }
    Map<String, Object> merged = new LinkedHashMap<>(target);
    deleteFromLists(merged, change);
    change.forEach(
        (key, value) -> {
          if (!key.startsWith("$")) {
            mergeField(merged, key, value, child(path, key));
          }
        });
    orderLists(merged, change, path);
    if (change.get(RETAIN) instanceof List<?> retained) {
      merged.keySet().removeIf(key -> !retained.contains(key));
    }
    return merged;
  }

  private void mergeField(Map<String, Object> merged, String key, Object value, List<String> path) {
    switch (value) {
      case null -> merged.remove(key);
      case Map<?, ?> map when "delete".equals(map.get(PATCH)) -> merged.remove(key);
      case Map<?, ?> map -> merged.put(key, merge(Tree.map(merged, key), Tree.asMap(map), path));
      case List<?> list ->
          merged.put(key, mergeList(Tree.list(merged, key), Tree.asList(list), path));
      default -> merged.put(key, value);
    }
  }

  private List<Object> mergeList(List<Object> target, List<Object> change, List<String> path) {
    return switch (rules.list(path)) {
      case ListRule.Atomic() -> change;
      case ListRule.Members() -> union(target, change);
      case ListRule.Keyed(List<String> keys) -> mergeKeyed(target, change, keys.getFirst(), path);
    };
  }

  private static List<Object> union(List<Object> target, List<Object> change) {
    List<Object> union = new ArrayList<>(target);
    change.stream().filter(item -> !union.contains(item)).forEach(union::add);
    return union;
  }

  private List<Object> mergeKeyed(
      List<Object> target, List<Object> change, String key, List<String> path) {
    boolean replaces = change.stream().anyMatch(item -> directive(item).equals("replace"));
    List<Object> merged = new ArrayList<>(replaces ? List.of() : target);
    for (Object item : change) {
      Map<String, Object> element = Tree.asMap(item);
      switch (directive(item)) {
        case "replace" -> {}
        case "delete" -> merged.removeIf(other -> sameKey(other, element, key));
        default -> mergeElement(merged, element, key, path);
      }
    }
    return merged;
  }

  private void mergeElement(
      List<Object> merged, Map<String, Object> element, String key, List<String> path) {
    if (element.get(key) == null) {
      throw PatchException.inapplicable(
          "An element of %s has no %s.".formatted(String.join(".", path), key));
    }
    for (int i = 0; i < merged.size(); i++) {
      if (sameKey(merged.get(i), element, key)) {
        merged.set(i, merge(Tree.asMap(merged.get(i)), element, path));
        return;
      }
    }
    merged.add(merge(Map.of(), element, path));
  }

  private static String directive(Object item) {
    return Tree.text(Tree.asMap(item), PATCH);
  }

  private static boolean sameKey(Object item, Map<String, Object> element, String key) {
    return Tree.text(Tree.asMap(item), key).equals(Tree.text(element, key));
  }

  private static void deleteFromLists(Map<String, Object> merged, Map<String, Object> change) {
    change.forEach(
        (key, value) -> {
          if (key.startsWith(DELETE_FROM)) {
            String field = key.substring(DELETE_FROM.length());
            List<Object> rest = new ArrayList<>(Tree.list(merged, field));
            rest.removeAll(Tree.asList(value));
            merged.put(field, rest);
          }
        });
  }

  private void orderLists(
      Map<String, Object> merged, Map<String, Object> change, List<String> path) {
    change.forEach(
        (key, value) -> {
          if (key.startsWith(ORDER)) {
            String field = key.substring(ORDER.length());
            String elementKey =
                rules.list(child(path, field)) instanceof ListRule.Keyed(List<String> keys)
                    ? keys.getFirst()
                    : "";
            if (merged.get(field) instanceof List<?> list) {
              merged.put(
                  field, new ElementOrder(elementKey, Tree.asList(value)).apply(Tree.asList(list)));
            }
          }
        });
  }

  private static List<String> child(List<String> path, String key) {
    List<String> child = new ArrayList<>(path);
    child.add(key);
    return child;
  }
}
