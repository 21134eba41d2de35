package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an object would be after the target was applied: the live one, with what the target says,
 * and without what was applied before and is no longer said. Where that changes nothing, the result
 * is the live value itself, the same instance.
 *
 * @param builtIn whether the kind is one of the API's own, whose lists and defaults are known
 * @param leafwise whether of a map or list that is no longer said only that goes which was applied,
 *     as server-side apply has it, not all of it, as kubectl has it
 */
record Merge(boolean builtIn, boolean leafwise) {
  /** Lists to whose elements the API server adds what follows from other fields. */
  private static final Set<String> COMPLETED = Set.of("volumeClaimTemplates", "limits");

  /** Maps of which one field alone may be set: others go when it is. */
  private static final Set<String> UNIONS = Set.of("strategy", "updateStrategy", "volumes");

  /**
   * Where in the object: the names of the field and of the one that holds it.
   *
   * @param exact whether what the live value has beyond the target is a difference, too
   * @param owned how the lists below are owned, as far as that is known
   */
  private record Place(String parent, String field, boolean exact, FieldSet owned) {
    Place child(String name) {
      return new Place(field, name, exact, owned.field(name));
    }

    Place element(boolean exactly) {
      return new Place(parent, field, exactly, FieldSet.EMPTY);
    }
  }

  /**
   * Predicts the object.
   *
   * @param applied what was applied before
   * @param owned what all managers own; tells how lists of custom kinds are merged
   */
  Map<String, Object> predict(
      Map<String, Object> applied,
      Map<String, Object> target,
      Map<String, Object> live,
      FieldSet owned) {
    return map(applied, target, live, new Place("", "", false, owned));
  }

  private Object value(Object applied, Object target, Object live, Place place) {
    if (Trees.isIdentical(target, live)) {
      return live;
    }
    if (target instanceof Map<?, ?> map && live instanceof Map<?, ?> liveMap) {
      Map<String, Object> before = Trees.map(applied);
      Map<String, Object> wanted = Trees.map(map);
      Map<String, Object> is = Trees.map(liveMap);
      return place.exact()
          ? exactMap(before, wanted, is, place)
          : builtIn && UNIONS.contains(place.field())
              ? union(before, wanted, is, place)
              : map(before, wanted, is, place);
    }
    if (target instanceof List<?> list && live instanceof List<?> liveList) {
      return list(Trees.list(applied), Trees.list(list), Trees.list(liveList), place);
    }
    return isSame(target, live, place) ? live : target;
  }

  private boolean isSame(Object target, Object live, Place place) {
    return Trees.same(target, live)
        || (builtIn && BuiltInFields.isAllocated(place.field(), target))
        || (builtIn
            && Quantities.isField(place.parent(), place.field())
            && Quantities.same(target, live));
  }

  private Map<String, Object> map(
      Map<String, Object> applied,
      Map<String, Object> target,
      Map<String, Object> live,
      Place place) {
    Map<String, Object> result = live;
    for (Map.Entry<String, Object> entry : target.entrySet()) {
      Object is = live.get(entry.getKey());
      Object will = field(applied.get(entry.getKey()), entry.getKey(), entry.getValue(), is, place);
      if (!Trees.isIdentical(will, is)) {
        result = changed(result, live, entry.getKey(), will);
      }
    }
    for (String name : applied.keySet()) {
      Object is = live.get(name);
      if (is != null && target.get(name) == null && !isDefault(name, is)) {
        Object rest = leafwise ? rest(applied.get(name), is, place.child(name)) : null;
        result = Trees.isIdentical(rest, is) ? result : changed(result, live, name, rest);
      }
    }
    return result;
  }

  /** What stays of a value of which a part was applied; null for nothing. */
  private Object rest(Object applied, Object live, Place place) {
    if (applied instanceof Map<?, ?> && live instanceof Map<?, ?> map) {
      Object rest = value(applied, Map.of(), map, place);
      return Trees.map(rest).isEmpty() ? null : rest;
    }
    if (applied instanceof List<?> && live instanceof List<?> list) {
      Object rest = value(applied, List.of(), list, place);
      return Trees.list(rest).isEmpty() ? null : rest;
    }
    return null;
  }

  private Object field(Object applied, String name, Object wanted, Object is, Place place) {
    if (wanted == null) {
      return null;
    }
    if (is == null) {
      return builtIn && BuiltInFields.isLeftOut(name, wanted) ? null : wanted;
    }
    return value(applied, wanted, is, place.child(name));
  }

  private boolean isDefault(String field, Object value) {
    return builtIn && BuiltInFields.isDefault(field, value);
  }

  private static Map<String, Object> changed(
      Map<String, Object> result, Map<String, Object> live, String name, Object value) {
    Map<String, Object> copy = Trees.isIdentical(result, live) ? new LinkedHashMap<>(live) : result;
    if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return copy;
  }

  /** When something changes, what the target does not have goes. */
  private Map<String, Object> union(
      Map<String, Object> applied,
      Map<String, Object> target,
      Map<String, Object> live,
      Place place) {
    Map<String, Object> merged = map(applied, target, live, place);
    if (Trees.isIdentical(merged, live)) {
      return live;
    }
    Map<String, Object> kept = new LinkedHashMap<>(merged);
    kept.keySet().retainAll(target.keySet());
    return kept;
  }

  /** What the target does not have goes, unless the API server adds it. */
  private Map<String, Object> exactMap(
      Map<String, Object> applied,
      Map<String, Object> target,
      Map<String, Object> live,
      Place place) {
    Map<String, Object> result = map(applied, target, live, place);
    for (Map.Entry<String, Object> entry : live.entrySet()) {
      boolean extra = entry.getValue() != null && !target.containsKey(entry.getKey());
      if (extra && !isDefault(entry.getKey(), entry.getValue())) {
        result = changed(result, live, entry.getKey(), null);
      }
    }
    return result;
  }

  private List<Object> list(
      List<Object> applied, List<Object> target, List<Object> live, Place place) {
    ListType type =
        builtIn
            ? ListType.builtIn(place.parent(), place.field())
            : place.owned().listType().orElse(ListType.WHOLE);
    return switch (type) {
      case ListType.Keyed keyed -> keyed(keyed, applied, target, live, place);
      case ListType.Values values -> values(applied, target, live);
      case ListType.Whole whole -> whole(applied, target, live, place);
    };
  }

  private List<Object> keyed(
      ListType.Keyed type,
      List<Object> applied,
      List<Object> target,
      List<Object> live,
      Place place) {
    Optional<Map<List<Object>, Object>> before = byKey(type, applied);
    Optional<Map<List<Object>, Object>> wanted = byKey(type, target);
    Optional<Map<List<Object>, Object>> is = byKey(type, live);
    if (before.isEmpty() || wanted.isEmpty() || is.isEmpty()) {
      return whole(applied, target, live, place);
    }
    Map<List<Object>, Object> merged = new LinkedHashMap<>();
    Place element = place.element(false);
    wanted
        .get()
        .forEach(
            (key, value) -> {
              Object old = is.get().get(key);
              merged.put(
                  key, old == null ? value : value(before.get().get(key), value, old, element));
            });
    List<List<Object>> order = new ArrayList<>(is.get().keySet());
    order.removeIf(key -> !merged.containsKey(key) && before.get().containsKey(key));
    return unlessSame(ordered(order, is.get(), merged), live);
  }

  /** Elements by key; empty where one has none, or two have the same. */
  private static Optional<Map<List<Object>, Object>> byKey(ListType.Keyed type, List<Object> list) {
    Map<List<Object>, Object> elements = new LinkedHashMap<>();
    for (Object element : list) {
      Optional<List<Object>> key = type.keyOf(element);
      if (key.isEmpty() || elements.put(key.get(), element) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(elements);
  }

  /** The target's elements in its order, those of the live list alone where they stand there. */
  private static List<Object> ordered(
      List<List<Object>> order, Map<List<Object>, Object> live, Map<List<Object>, Object> merged) {
    Map<List<Object>, Integer> places = new HashMap<>();
    order.forEach(key -> places.put(key, places.size()));
    List<List<Object>> others = order.stream().filter(key -> !merged.containsKey(key)).toList();
    List<Object> result = new ArrayList<>();
    int next = 0;
    for (Map.Entry<List<Object>, Object> entry : merged.entrySet()) {
      Integer place = places.get(entry.getKey());
      while (place != null && next < others.size() && places.get(others.get(next)) < place) {
        result.add(live.get(others.get(next++)));
      }
      result.add(entry.getValue());
    }
    while (next < others.size()) {
      result.add(live.get(others.get(next++)));
    }
    return result;
  }

  private static List<Object> unlessSame(List<Object> result, List<Object> live) {
    if (result.size() != live.size()) {
      return result;
    }
    for (int i = 0; i < result.size(); i++) {
      if (!Trees.isIdentical(result.get(i), live.get(i))) {
        return result;
      }
    }
    return live;
  }

  private static List<Object> values(List<Object> applied, List<Object> target, List<Object> live) {
    List<Object> result = new ArrayList<>(live);
    result.removeIf(value -> applied.contains(value) && !target.contains(value));
    target.stream().filter(value -> !live.contains(value)).forEach(result::add);
    return result.equals(live) ? live : result;
  }

  /**
   * A list of the API's own is replaced; one of a custom kind is the same as long as its elements
   * have what was applied. Server-side apply does not know what was applied within it.
   */
  private List<Object> whole(
      List<Object> applied, List<Object> target, List<Object> live, Place place) {
    if (target.size() != live.size()) {
      return target;
    }
    boolean exact = builtIn && !COMPLETED.contains(place.field());
    List<Object> result = new ArrayList<>(live.size());
    boolean same = true;
    for (int i = 0; i < live.size(); i++) {
      Object before = leafwise || i >= applied.size() ? null : applied.get(i);
      Object merged = value(before, target.get(i), live.get(i), place.element(exact));
      same &= Trees.isIdentical(merged, live.get(i));
      result.add(merged);
    }
    return same ? live : builtIn ? result : target;
  }
}
