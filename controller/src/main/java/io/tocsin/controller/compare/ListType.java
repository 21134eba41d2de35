package io.tocsin.controller.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a list is merged: by the keys of its elements, as a set, or as a whole. */
sealed interface ListType {
  /** Elements are the same when they agree in these fields. */
  record Keyed(List<Key> keys) implements ListType {
    /** What makes an element itself; empty where it has no such field. */
    Optional<List<Object>> keyOf(Object element) {
      List<Object> values = new ArrayList<>(keys.size());
      for (Key key : keys) {
        Object value = Trees.map(element).getOrDefault(key.field(), key.other());
        if (value == null) {
          return Optional.empty();
        }
        values.add(value);
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

  /**
   * A field that is part of a key.
   *
   * @param other what it is when it is absent; null where it must not be
   */
  record Key(String field, Object other) {}

  /** Plain values, in any number of hands. */
  record Values() implements ListType {}

  /** One value. */
  record Whole() implements ListType {}

  ListType WHOLE = new Whole();
  ListType VALUES = new Values();

  static ListType by(String... fields) {
    List<Key> keys = new ArrayList<>();
    for (String field : fields) {
      keys.add(new Key(field, field.equals("protocol") ? "TCP" : null));
    }
    return new Keyed(List.copyOf(keys));
  }

  /** The types of the API's own lists by the name of their field; all others are wholes. */
  Map<String, ListType> BUILT_IN =
      Map.ofEntries(
          Map.entry("conditions", by("type")),
          Map.entry("containers", by("name")),
          Map.entry("env", by("name")),
          Map.entry("ephemeralContainers", by("name")),
          Map.entry("finalizers", VALUES),
          Map.entry("hostAliases", by("ip")),
          Map.entry("imagePullSecrets", by("name")),
          Map.entry("initContainers", by("name")),
          Map.entry("ownerReferences", by("uid")),
          Map.entry("resourceClaims", by("name")),
          Map.entry("schedulingGates", by("name")),
          Map.entry("secrets", by("name")),
          Map.entry("topologySpreadConstraints", by("topologyKey", "whenUnsatisfiable")),
          Map.entry("volumeDevices", by("devicePath")),
          Map.entry("volumeMounts", by("mountPath")),
          Map.entry("volumes", by("name")),
          Map.entry("webhooks", by("name")));

  ListType CONTAINER_PORTS = by("containerPort", "protocol");
  ListType SERVICE_PORTS = by("port", "protocol");

  /** The type of a built-in kind's list; two kinds of lists are called {@code ports}. */
  static ListType builtIn(String parent, String field) {
    if (field.equals("ports")) {
      return switch (parent) {
        case "containers", "initContainers", "ephemeralContainers" -> CONTAINER_PORTS;
        case "spec" -> SERVICE_PORTS;
        default -> WHOLE;
      };
    }
    return BUILT_IN.getOrDefault(field, WHOLE);
  }
}
