package io.tocsin.controller.helm.chart;

import io.tocsin.templates.golang.GoFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what Chart.yaml says, as forgiving as Helm. */
final class Fields {
  private Fields() {}

  /** A number or a boolean is taken as it is written, as far as that is known; empty if absent. */
  static String text(Map<?, ?> fields, String name) {
    return text(fields.get(name));
  }

  static String text(Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> GoFormat.printf("%g", number);
      case Map<?, ?> _, List<?> _ -> "";
      default -> value.toString();
    };
  }

  static List<Object> list(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).map(Object.class::cast).toList()
        : List.of();
  }

  static List<String> texts(Map<?, ?> fields, String name) {
    return list(fields, name).stream().map(Fields::text).toList();
  }
}
