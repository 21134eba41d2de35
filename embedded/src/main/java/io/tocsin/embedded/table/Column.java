package io.tocsin.embedded.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param priority above 0 only shown in wide tables
 * @param cell the content for an object; null is shown as {@code <none>} by clients
 */
record Column(
    String name,
    String type,
    String format,
    String description,
    long priority,
    Function<Map<String, Object>, Object> cell) {
  static Column text(String name, Function<Map<String, Object>, Object> cell) {
    return new Column(name, "string", "", "", 0, cell);
  }

  Map<String, Object> definition() {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("name", name);
    definition.put("type", type);
    definition.put("format", format);
    definition.put("description", description);
    definition.put("priority", priority);
    return definition;
  }
}
