package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges a configuration into an object and takes out what it no longer holds. */
public record ServerSideApply(MergeRules rules) {
  /** The object with what the configuration says. */
  public Map<String, Object> merge(Map<String, Object> object, Map<String, Object> config) {
    return mergeMap(object, config, List.of());
  }

  private Map<String, Object> mergeMap(
      Map<String, Object> target, Map<String, Object> config, List<String> path) {
    if (!path.isEmpty() && rules.isAtomicMap(path)) {
      return config;
    }
    Map<String, Object> merged = new LinkedHashMap<>(target);
    config.forEach(
        (key, value) -> {
          List<String> child = Fields.child(path, key);
          switch (value) {
            case Map<?, ?> map ->
                merged.put(key, mergeMap(Tree.map(merged, key), Tree.asMap(map), child));
            case List<?> list ->
                merged.put(key, mergeList(Tree.list(merged, key), Tree.asList(list), child));
            case null, default -> merged.put(key, value);
          }
        });
    return merged;
  }

  private List<Object> mergeList(List<Object> target, List<Object> config, List<String> path) {
    return switch (rules.list(path)) {
      case ListRule.Atomic() -> config;
      case ListRule.Members() -> {
        List<Object> union = new ArrayList<>(target);
        config.stream().filter(item -> !union.contains(item)).forEach(union::add);
        yield union;
      }
      case ListRule.Keyed(List<String> keys) -> mergeKeyed(target, config, keys, path);
    };
  }

  private List<Object> mergeKeyed(
      List<Object> target, List<Object> config, List<String> keys, List<String> path) {
    List<Object> merged = new ArrayList<>(target);
    for (Object item : config) {
      Object found = Steps.follow(target, Steps.element(item, keys));
      Map<String, Object> element = mergeMap(Tree.asMap(found), Tree.asMap(item), path);
      if (found == null) {
        merged.add(element);
      } else {
        merged.set(merged.indexOf(found), element);
      }
    }
    return merged;
  }

  /**
   * Removes fields in place.
   *
   * @param kept fields that others own; elements that hold one of them stay
   */
  public void remove(Object object, FieldSet fields, FieldSet kept) {
    fields
        .children()
        .forEach(
            (step, child) -> {
              FieldSet keptBelow = kept.child(step);
              if (child.self() && keptBelow.isEmpty()) {
                Steps.remove(object, step);
              } else {
                remove(Steps.follow(object, step), child, keptBelow);
              }
            });
  }
}
