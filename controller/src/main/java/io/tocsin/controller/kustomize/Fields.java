package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a mapping; errors name the file and the field.
 *
 * @param place such as {@code app/kustomization.yaml, patches[0]}
 */
record Fields(String place, Map<String, Object> values) {
  /** Empty when absent; a number or a truth value as text. */
  String text(String name) {
    return switch (values.get(name)) {
      case null -> "";
      case String text -> text;
      case Boolean truth -> truth.toString();
      case Number number -> number.toString();
      default -> throw wrong(name, "a string");
    };
  }

  boolean flag(String name) {
    return switch (values.get(name)) {
      case null -> false;
      case Boolean truth -> truth;
      default -> throw wrong(name, "true or false");
    };
  }

  Optional<Long> number(String name) {
    return switch (values.get(name)) {
      case null -> Optional.empty();
      case Long number -> Optional.of(number);
      default -> throw wrong(name, "a whole number");
    };
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof String text)) {
        throw wrong(name, "a list of strings");
      }
      texts.add(text);
    }
    return texts;
  }

  /** Values that are numbers or truth values are text too. */
  Map<String, String> strings(String name) {
    Map<String, String> strings = new LinkedHashMap<>();
    Fields inner = object(name);
    inner.values.keySet().forEach(key -> strings.put(key, inner.text(key)));
    return strings;
  }

  /** An empty one when absent. */
  @SuppressWarnings("unchecked") // parsed mappings have no other keys
  Fields object(String name) {
    return switch (values.get(name)) {
      case null -> new Fields(place + ", " + name, Map.of());
      case Map<?, ?> map -> new Fields(place + ", " + name, (Map<String, Object>) map);
      default -> throw wrong(name, "a mapping");
    };
  }

  @SuppressWarnings("unchecked") // parsed mappings have no other keys
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    List<?> items = list(name);
    for (int i = 0; i < items.size(); i++) {
      if (!(items.get(i) instanceof Map<?, ?> map)) {
        throw wrong(name, "a list of mappings");
      }
      objects.add(new Fields("%s, %s[%d]".formatted(place, name, i), (Map<String, Object>) map));
    }
    return objects;
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  /**
   * @throws SourceException for a field beside these
   */
  Fields only(Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new SourceException("%s: unknown field \"%s\"".formatted(place, name));
      }
    }
    return this;
  }

  SourceException error(String problem) {
    return new SourceException("%s: %s".formatted(place, problem));
  }

  private List<?> list(String name) {
    return switch (values.get(name)) {
      case null -> List.of();
      case List<?> list -> list;
      default -> throw wrong(name, "a list");
    };
  }

  private SourceException wrong(String name, String expected) {
    return new SourceException("%s: \"%s\" must be %s".formatted(place, name, expected));
  }
}
