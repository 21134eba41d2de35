package io.tocsin.controller.health.rules;

import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads fields as the API's types have them: what is absent is zero, empty or false. */
final class Fields {
  private Fields() {}

  static String text(KubeObject object, String... path) {
    return object.text(path).orElse("");
  }

  static long number(KubeObject object, String... path) {
    return optionalNumber(object, path).orElse(0L);
  }

  static Optional<Long> optionalNumber(KubeObject object, String... path) {
    return object.at(path) instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  static boolean isTrue(KubeObject object, String... path) {
    return Boolean.TRUE.equals(object.at(path));
  }

  static List<Map<?, ?>> maps(KubeObject object, String... path) {
    return object.list(path).stream().<Map<?, ?>>map(Fields::map).toList();
  }

  static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String text ? text : "";
  }

  static List<Condition> conditions(KubeObject object) {
    return maps(object, "status", "conditions").stream().map(Condition::of).toList();
  }

  /** Whether the controller has not yet looked at the latest specification. */
  static boolean isUnobserved(KubeObject object) {
    return number(object, "metadata", "generation")
        > number(object, "status", "observedGeneration");
  }
}
