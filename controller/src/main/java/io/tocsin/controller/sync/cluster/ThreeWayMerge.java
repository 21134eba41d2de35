package io.tocsin.controller.sync.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What a live object becomes: with all that the target says, without what was applied last and is
 * not said any more, and with everything else as it is.
 */
final class ThreeWayMerge {
  private final MergeRules rules;
  private final String kind;

  ThreeWayMerge(MergeRules rules, String kind) {
    this.rules = rules;
    this.kind = kind;
  }

  Map<String, Object> merge(Map<?, ?> last, Map<?, ?> target, Map<?, ?> live) {
    return merge(List.of(), last, target, live, false);
  }

  private Map<String, Object> merge(
      List<String> path, Map<?, ?> last, Map<?, ?> target, Map<?, ?> live, boolean retaining) {
    Map<String, Object> merged = new LinkedHashMap<>();
    live.forEach(
        (name, value) -> {
          boolean dropped = !target.containsKey(name) && (retaining || last.containsKey(name));
          if (!dropped) {
            merged.put((String) name, value);
          }
        });
    target.forEach(
        (name, value) -> {
          if (value == null) {
            merged.remove(name);
          } else {
            List<String> inner = new ArrayList<>(path);
            inner.add((String) name);
            merged.put((String) name, value(inner, last.get(name), value, live.get(name)));
          }
        });
    return merged;
  }

  private Object value(List<String> path, Object last, Object target, Object live) {
    if (target instanceof Map<?, ?> map && live instanceof Map<?, ?> there) {
      return rules.isWhole(path, kind)
          ? map
          : merge(path, mapOf(last), map, there, rules.isRetaining(path));
    }
    if (target instanceof List<?> list && live instanceof List<?> there) {
      return list(path, last instanceof List<?> before ? before : List.of(), list, there);
    }
    return target instanceof Map<?, ?> map ? withoutNulls(map) : target;
  }

  private Object list(List<String> path, List<?> last, List<?> target, List<?> live) {
    if (rules.isSet(path)) {
      SequencedSet<Object> all = new LinkedHashSet<>(live);
      all.removeIf(each -> last.contains(each) && !target.contains(each));
      all.addAll(target);
      return List.copyOf(all);
    }
    List<String> keys = rules.keys(path);
    if (keys.isEmpty() || !isKeyed(target, keys) || !isKeyed(live, keys)) {
      return target;
    }
    return keyed(path, keys, last, target, live);
  }

  /**
   * Elements by their key, in the target's order; those of the live list alone keep their place.
   */
  private List<Object> keyed(
      List<String> path, List<String> keys, List<?> last, List<?> target, List<?> live) {
    Map<Object, Map<?, ?>> before = byKey(last, keys);
    Map<Object, Map<?, ?>> there = byKey(live, keys);
    SequencedMap<Object, Map<?, ?>> wanted = byKey(target, keys);
    List<Object> order = new ArrayList<>(wanted.keySet());
    Object previous = null;
    for (Object each : there.keySet()) {
      if (!wanted.containsKey(each) && !before.containsKey(each)) {
        order.add(previous == null ? 0 : order.indexOf(previous) + 1, each);
      }
      previous = order.contains(each) ? each : previous;
    }
    return order.stream()
        .map(each -> element(path, before.get(each), wanted.get(each), there.get(each)))
        .toList();
  }

  private Object element(List<String> path, Map<?, ?> last, Map<?, ?> target, Map<?, ?> live) {
    if (target == null) {
      return live;
    }
    return live == null
        ? withoutNulls(target)
        : merge(path, mapOf(last), target, live, rules.isRetaining(path));
  }

  /** Whether every element can be told apart from the others. */
  private static boolean isKeyed(List<?> list, List<String> keys) {
    return byKey(list, keys).size() == list.size();
  }

  private static SequencedMap<Object, Map<?, ?>> byKey(List<?> list, List<String> keys) {
    SequencedMap<Object, Map<?, ?>> elements = new LinkedHashMap<>();
    for (Object each : list) {
      MergeRules.identity(each, keys)
          .ifPresent(identity -> elements.put(identity, (Map<?, ?>) each));
    }
    return elements;
  }

  private static Map<String, Object> withoutNulls(Map<?, ?> map) {
    Map<String, Object> kept = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            kept.put((String) name, value instanceof Map<?, ?> inner ? withoutNulls(inner) : value);
          }
        });
    return kept;
  }

  private static Map<?, ?> mapOf(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
