package io.tocsin.embedded.patch;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.json.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The steps of the paths of a {@link FieldSet}. */
final class Steps {
  private static final Map<String, Object> DEFAULTS = Map.of("protocol", "TCP");

  private Steps() {}

  static String field(String name) {
    return "f:" + name;
  }

  static String member(Object value) {
    return "v:" + json(value);
  }

  static String element(Object element, List<String> keys) {
    return "k:" + json(identity(Tree.asMap(element), keys));
  }

  private static Map<String, Object> identity(Map<String, Object> element, List<String> keys) {
    Map<String, Object> identity = new TreeMap<>();
    for (String key : keys) {
      Object value = element.getOrDefault(key, DEFAULTS.get(key));
      if (value != null) {
        identity.put(key, value);
      }
    }
    return identity;
  }

  /** Where a step leads, or null when there is nothing. */
  static Object follow(Object value, String step) {
    String rest = step.substring(2);
    if (step.startsWith("f:")) {
      return Tree.asMap(value).get(rest);
    }
    Object wanted = Json.value(rest.getBytes(StandardCharsets.UTF_8));
    for (Object item : Tree.asList(value)) {
      if (isAt(item, wanted, step.charAt(0) == 'k')) {
        return item;
      }
    }
    return null;
  }

  /** Removes what a step leads to, when there is something. */
  static void remove(Object value, String step) {
    if (follow(value, step) == null) {
      return;
    }
    if (step.startsWith("f:")) {
      Tree.asMap(value).remove(step.substring(2));
    } else {
      Object wanted = Json.value(step.substring(2).getBytes(StandardCharsets.UTF_8));
      Tree.asList(value).removeIf(item -> isAt(item, wanted, step.charAt(0) == 'k'));
    }
  }

  private static boolean isAt(Object item, Object wanted, boolean keyed) {
    if (!keyed) {
      return Objects.equals(item, wanted);
    }
    List<String> keys = List.copyOf(Tree.asMap(wanted).keySet());
    return identity(Tree.asMap(item), keys).equals(wanted);
  }

  /** The step as messages show it. */
  static String show(String step) {
    String rest = step.substring(2);
    return switch (step.charAt(0)) {
      case 'f' -> "." + rest;
      case 'v' -> "[=" + rest + "]";
      default ->
          Tree.asMap(Json.value(rest.getBytes(StandardCharsets.UTF_8))).entrySet().stream()
              .map(key -> key.getKey() + "=" + json(key.getValue()))
              .collect(Collectors.joining(",", "[", "]"));
    };
  }

  private static String json(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }
}
