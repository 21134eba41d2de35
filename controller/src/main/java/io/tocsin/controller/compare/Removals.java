package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer of the API server no longer has of the live object.
 *
 * @param builtIn whether the kind is one of the API's own
 */
record Removals(boolean builtIn) {
  /**
   * The part of the live object that is gone; of elements of lists only those count that are gone
   * as a whole, or that are wanted.
   *
   * @param owned what all managers own; tells how lists of custom kinds are merged
   */
  Map<String, Object> of(
      Map<String, Object> live,
      Map<String, Object> answer,
      Map<String, Object> wanted,
      FieldSet owned) {
    return map(live, answer, wanted, "", owned);
  }

  private Map<String, Object> map(
      Map<String, Object> live,
      Map<String, Object> answer,
      Map<String, Object> wanted,
      String field,
      FieldSet owned) {
    Map<String, Object> gone = new LinkedHashMap<>();
    live.forEach(
        (name, value) -> {
          Object part =
              answer.get(name) == null
                  ? value
                  : part(value, answer.get(name), wanted.get(name), field, name, owned);
          if (part != null) {
            gone.put(name, part);
          }
        });
    return gone;
  }

  private Object part(
      Object live, Object answer, Object wanted, String parent, String field, FieldSet owned) {
    if (live instanceof Map<?, ?> map && answer instanceof Map<?, ?> other) {
      Map<String, Object> gone =
          map(Trees.map(map), Trees.map(other), Trees.map(wanted), field, owned.field(field));
      return gone.isEmpty() ? null : gone;
    }
    ListType type =
        builtIn
            ? ListType.builtIn(parent, field)
            : owned.field(field).listType().orElse(ListType.WHOLE);
    if (live instanceof List<?> list
        && answer instanceof List<?> other
        && type instanceof ListType.Keyed keyed) {
      List<Object> gone = elements(keyed, list, other, Trees.list(wanted), field);
      return gone.isEmpty() ? null : gone;
    }
    return null;
  }

  private List<Object> elements(
      ListType.Keyed keyed, List<?> live, List<?> answer, List<?> wanted, String field) {
    List<Object> gone = new ArrayList<>();
    for (Object element : live) {
      Optional<Object> left = keyed.find(answer, element);
      Optional<Object> want = keyed.find(wanted, element);
      if (left.isEmpty()) {
        gone.add(element);
      } else if (want.isPresent()) {
        Map<String, Object> part =
            new LinkedHashMap<>(
                map(
                    Trees.map(element),
                    Trees.map(left.get()),
                    Trees.map(want.get()),
                    field,
                    FieldSet.EMPTY));
        if (!part.isEmpty()) {
          keyed.keys().forEach(key -> part.put(key, Trees.at(element, key)));
          gone.add(part);
        }
      }
    }
    return gone;
  }
}
