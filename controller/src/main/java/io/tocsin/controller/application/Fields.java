package io.tocsin.controller.application;

import io.tocsin.controller.runtime.ResourceKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of a map: what is absent or null has a default, what has the wrong type is an
 * {@link InvalidSpecException} that names its path.
 */
final class Fields {
  private final String path;
  private final Map<?, ?> values;

  private Fields(String path, Map<?, ?> values) {
    this.path = path;
    this.values = values;
  }

  static Fields of(Map<String, Object> values) {
    return new Fields("", values);
  }

  private String name(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private InvalidSpecException wrong(String field, String expected, Object found) {
    return new InvalidSpecException(
        "%s must be %s, not %s.".formatted(name(field), expected, kind(found)));
  }

  private static String kind(Object value) {
    return switch (value) {
      case String ignored -> "a string";
      case Boolean ignored -> "true or false";
      case Number ignored -> "a number";
      case List<?> ignored -> "a list";
      case Map<?, ?> ignored -> "an object";
      default -> "a " + value.getClass().getSimpleName();
    };
  }

  private <T> Optional<T> read(String field, String expected, Class<T> type) {
    Object value = values.get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw wrong(field, expected, value);
    }
    return Optional.of(type.cast(value));
  }

  /** Empty when absent. */
  String text(String field) {
    return read(field, "a string", String.class).orElse("");
  }

  /** A string, or a number or a boolean as text: what YAML makes of an unquoted scalar. */
  String scalar(String field) {
    return switch (values.get(field)) {
      case null -> "";
      case String text -> text;
      case Boolean flag -> flag.toString();
      case Number number -> number.toString();
      case Object other -> throw wrong(field, "a string", other);
    };
  }

  /** The object that {@code group}, {@code kind}, {@code namespace} and {@code name} name. */
  ResourceKey key() {
    return new ResourceKey(text("group"), text("kind"), text("namespace"), text("name"));
  }

  boolean flag(String field) {
    return flag(field, false);
  }

  boolean flag(String field, boolean absent) {
    return read(field, "true or false", Boolean.class).orElse(absent);
  }

  long number(String field, long absent) {
    return read(field, "a whole number", Long.class).orElse(absent);
  }

  Optional<Long> number(String field) {
    return read(field, "a whole number", Long.class);
  }

  Optional<Instant> time(String field) {
    return read(field, "a time", String.class)
        .map(
            text -> {
              try {
                return Instant.parse(text);
              } catch (DateTimeParseException e) {
                throw new InvalidSpecException(
                    "%s must be a time such as 2026-06-01T12:00:00Z, not \"%s\"."
                        .formatted(name(field), text));
              }
            });
  }

  boolean has(String field) {
    return values.get(field) != null;
  }

  /** Whether a list is there, be it empty. */
  boolean hasList(String field) {
    return values.get(field) instanceof List<?>;
  }

  Optional<Fields> object(String field) {
    return read(field, "an object", Map.class).map(map -> new Fields(name(field), map));
  }

  <T> List<T> objects(String field, Function<Fields, T> reader) {
    List<T> items = new ArrayList<>();
    List<?> list = list(field);
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof Map<?, ?> map)) {
        throw wrong(field, "a list of objects", list.get(i) == null ? list : list.get(i));
      }
      items.add(reader.apply(new Fields(name(field) + "[" + i + "]", map)));
    }
    return List.copyOf(items);
  }

  List<String> texts(String field) {
    List<String> items = new ArrayList<>();
    for (Object item : list(field)) {
      if (!(item instanceof String text)) {
        throw wrong(field, "a list of strings", item == null ? list(field) : item);
      }
      items.add(text);
    }
    return List.copyOf(items);
  }

  private List<?> list(String field) {
    return read(field, "a list", List.class).orElse(List.of());
  }

  Map<String, String> strings(String field) {
    Map<String, String> strings = new LinkedHashMap<>();
    object(field)
        .ifPresent(
            map -> map.values.keySet().forEach(k -> strings.put((String) k, map.text((String) k))));
    return Map.copyOf(strings);
  }

  Map<String, Boolean> flags(String field) {
    Map<String, Boolean> flags = new LinkedHashMap<>();
    object(field)
        .ifPresent(
            map -> map.values.keySet().forEach(k -> flags.put((String) k, map.flag((String) k))));
    return Map.copyOf(flags);
  }

  /** The object as it is, for what is handed on and not looked at. */
  Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    values.forEach((name, value) -> content.put((String) name, value));
    return content;
  }
}
