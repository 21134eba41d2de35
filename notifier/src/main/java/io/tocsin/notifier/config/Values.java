package io.tocsin.notifier.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes what YAML says for what a key must hold, or says what is wrong with it. */
public final class Values {
  private Values() {}

  /** A string, or a list of strings. */
  public static List<String> strings(String path, Object value) {
    return switch (value) {
      case null -> List.of();
      case String text -> List.of(text);
      case List<?> list -> list(path, list, item -> string(path, item));
      default -> throw wrong(path, "a list of strings", value);
    };
  }

  public static String string(String path, Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Boolean || value instanceof Number) {
      return value.toString();
    }
    throw wrong(path, "a string", value);
  }

  public static <T> List<T> list(String path, Object value, Function<Object, T> item) {
    if (!(value instanceof List<?> list)) {
      throw wrong(path, "a list", value);
    }
    List<T> items = new ArrayList<>();
    for (Object entry : list) {
      try {
        items.add(item.apply(entry));
      } catch (ConfigurationException e) {
        throw e.in("[" + items.size() + "]");
      }
    }
    return items;
  }

  public static Map<String, Object> mapping(String path, Object value) {
    if (value instanceof Map<?, ?>) {
      return Yaml.asMapping(value);
    }
    throw wrong(path, "a mapping", value);
  }

  private static ConfigurationException wrong(String path, String wanted, Object value) {
    String subject = path.isEmpty() ? "" : "has a wrong " + path + ": it ";
    return new ConfigurationException(
        subject + "must be " + wanted + ", but is " + Yaml.describe(value), Place.at(path));
  }
}
