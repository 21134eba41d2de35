package io.tocsin.controller.health.rules;

import java.util.Map;

/** An entry of {@code status.conditions}; what is absent is empty. */
record Condition(
    String type, String status, String reason, String message, long observedGeneration) {
  static Condition of(Map<?, ?> map) {
    return new Condition(
        Fields.text(map, "type"),
        status(map.get("status")),
        Fields.text(map, "reason"),
        Fields.text(map, "message"),
        map.get("observedGeneration") instanceof Number number ? number.longValue() : -1);
  }

  private static String status(Object value) {
    return switch (value) {
      case String text -> text;
      case Boolean truth -> truth ? "True" : "False";
      case null, default -> "";
    };
  }

  boolean is(String wantedType, String wantedStatus) {
    return type.equals(wantedType) && status.equals(wantedStatus);
  }
}
