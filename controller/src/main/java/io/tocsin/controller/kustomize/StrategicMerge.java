package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges a patch into an object: mappings by their fields, lists of known kinds by the keys of
 * their elements (those of the patch come first), all else as wholes; null deletes. {@code $patch}
 * may be {@code delete}, {@code replace} or {@code merge}.
 *
 * @param place of the patch, for errors
 * @param kind of the object
 * @param known whether its lists have keys
 */
record StrategicMerge(String place, String kind, boolean known) {
  private static final String DIRECTIVE = "$patch";
  private static final String DELETE = "delete";
  private static final Set<String> DIRECTIVES = Set.of(DELETE, "replace", "merge");

  static StrategicMerge into(Resource resource, String place) {
    return new StrategicMerge(place, resource.kind(), MergeKeys.isKnown(resource.group()));
  }

  /** Whether the patch deletes what it is for. */
  static boolean deletes(Map<?, ?> patch) {
    return DELETE.equals(patch.get(DIRECTIVE));
  }

  /**
   * @throws SourceException for directives that are not known here
   */
  void merge(Map<String, Object> target, Map<?, ?> patch) {
    if ("replace".equals(directive(patch))) {
      target.clear();
    }
    patch.forEach(
        (key, value) -> {
          String field = (String) key;
          if (!field.startsWith("$")) {
            mergeField(target, field, value);
          } else if (!field.equals(DIRECTIVE)) {
            throw new SourceException("%s: \"%s\" is not supported".formatted(place, field));
          }
        });
  }

  @SuppressWarnings("unchecked") // our own copies
  private void mergeField(Map<String, Object> target, String field, Object value) {
    switch (value) {
      case null -> target.remove(field);
      case Map<?, ?> map when DELETE.equals(directive(map)) -> target.remove(field);
      case Map<?, ?> map -> {
        Map<String, Object> merged =
            target.get(field) instanceof Map<?, ?> old
                ? (Map<String, Object>) old
                : new LinkedHashMap<>();
        merge(merged, map);
        target.put(field, merged);
      }
      case List<?> list -> mergeList(target, field, list);
      default -> target.put(field, value);
    }
  }

  private void mergeList(Map<String, Object> target, String field, List<?> patch) {
    Optional<List<String>> keys = known ? MergeKeys.of(kind, field) : Optional.empty();
    boolean whole = patch.stream().anyMatch(StrategicMerge::replaces);
    if (field.equals("finalizers") && known && target.get(field) instanceof List<?> old) {
      List<Object> joined = new ArrayList<>(patch);
      old.stream().filter(item -> !joined.contains(item)).forEach(joined::add);
      target.put(field, joined);
    } else if (keys.isEmpty() || whole || !(target.get(field) instanceof List<?> old)) {
      target.put(field, cleaned(patch));
    } else {
      target.put(field, merged(old, patch, keys.get()));
    }
  }

  private static boolean replaces(Object element) {
    return element instanceof Map<?, ?> map && "replace".equals(map.get(DIRECTIVE));
  }

  private List<Object> merged(List<?> old, List<?> patch, List<String> keys) {
    List<Object> rest = new ArrayList<>(old);
    List<Object> result = new ArrayList<>();
    for (Object element : patch) {
      if (!(element instanceof Map<?, ?> map)) {
        result.add(element);
        continue;
      }
      Optional<Map<String, Object>> known = take(rest, map, keys);
      if (!DELETE.equals(directive(map))) {
        Map<String, Object> target = known.orElseGet(LinkedHashMap::new);
        merge(target, map);
        result.add(target);
      }
    }
    result.addAll(rest);
    return result;
  }

  @SuppressWarnings("unchecked") // our own copies
  private static Optional<Map<String, Object>> take(
      List<Object> from, Map<?, ?> like, List<String> keys) {
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i) instanceof Map<?, ?> map && MergeKeys.same(keys, map, like)) {
        from.remove(i);
        return Optional.of((Map<String, Object>) map);
      }
    }
    return Optional.empty();
  }

  /** What is new holds no nulls and no directives. */
  private List<Object> cleaned(List<?> patch) {
    List<Object> result = new ArrayList<>();
    for (Object element : patch) {
      if (element instanceof Map<?, ?> map) {
        boolean nothing = map.size() == 1 && map.containsKey(DIRECTIVE);
        if (!nothing && !DELETE.equals(directive(map))) {
          Map<String, Object> copy = new LinkedHashMap<>();
          merge(copy, map);
          result.add(copy);
        }
      } else {
        result.add(Copies.value(element));
      }
    }
    return result;
  }

  private String directive(Map<?, ?> patch) {
    Object directive = patch.get(DIRECTIVE);
    if (directive == null) {
      return "";
    }
    if (directive instanceof String text && DIRECTIVES.contains(text)) {
      return text;
    }
    throw new SourceException("%s: \"$patch: %s\" is not supported".formatted(place, directive));
  }
}
