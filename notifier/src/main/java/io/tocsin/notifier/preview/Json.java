package io.tocsin.notifier.preview;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into parsed JSON whose shape nobody promised. */
final class Json {
  private Json() {}

  /** The text's JSON or YAML; absent when it is neither. */
  static Optional<Object> parse(String text) {
    try {
      return Optional.ofNullable(Yaml.parse(text));
    } catch (ConfigurationException _) {
      return Optional.empty();
    }
  }

  /** The value at a path of keys, or null. */
  static Object at(Object value, String... path) {
    Object found = value;
    for (String name : path) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return found;
  }

  /** The text or number at a path of keys; empty when there is none. */
  static String text(Object value, String... path) {
    Object found = at(value, path);
    return found instanceof String || found instanceof Number || found instanceof Boolean
        ? found.toString()
        : "";
  }

  static List<?> list(Object value, String... path) {
    return at(value, path) instanceof List<?> list ? list : List.of();
  }
}
