package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.Trees;
import io.tocsin.controller.schema.ListKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a list is merged: by the keys of its elements, as a set, or as a whole. */
sealed interface ListType {
  /** Elements are the same when they agree in these fields. */
  record Keyed(List<String> keys) implements ListType {
    /** What makes an element itself; empty where it has no such field. */
    Optional<List<Object>> keyOf(Object element) {
      List<Object> values = new ArrayList<>(keys.size());
      for (String key : keys) {
        Optional<Object> value = ListKeys.value(Trees.map(element), key);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        values.add(value.get());
      }
      return Optional.of(values);
    }

    /** The element of a list that has the same key. */
    Optional<Object> find(List<?> list, Object element) {
      Optional<List<Object>> key = keyOf(element);
      return list.stream()
          .<Object>map(candidate -> candidate)
          .filter(candidate -> key.isPresent() && keyOf(candidate).equals(key))
          .findFirst();
    }
  }

  /** Plain values, in any number of hands. */
  record Values() implements ListType {}

  /** One value. */
  record Whole() implements ListType {}

  ListType WHOLE = new Whole();
  ListType VALUES = new Values();

  static ListType by(String... fields) {
    return new Keyed(List.of(fields));
  }

  /** Of the API's own lists those that {@link ListKeys} leaves to others. */
  Map<String, ListType> FURTHER =
      Map.of(
          "conditions", by("type"),
          "finalizers", VALUES,
          "ownerReferences", by("uid"),
          "secrets", by("name"));

  ListType CONTAINER_PORTS = new Keyed(ListKeys.CONTAINER_PORTS);
  ListType SERVICE_PORTS = new Keyed(ListKeys.SERVICE_PORTS);

  /** The type of a built-in kind's list; two kinds of lists are called {@code ports}. */
  static ListType builtIn(String parent, String field) {
    if (field.equals("ports")) {
      return switch (parent) {
        case "containers", "initContainers", "ephemeralContainers" -> CONTAINER_PORTS;
        case "spec" -> SERVICE_PORTS;
        default -> WHOLE;
      };
    }
    return ListKeys.of(field)
        .<ListType>map(Keyed::new)
        .orElseGet(() -> FURTHER.getOrDefault(field, WHOLE));
  }
}
