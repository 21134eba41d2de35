package io.tocsin.controller.helm.render;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** TOML as the library BurntSushi/toml writes it: plain entries first, then tables, indented. */
final class TomlWriter {
  private final StringBuilder out = new StringBuilder();

  private TomlWriter() {}

  static String write(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return "toml: top-level values must be Go maps or structs";
    }
    TomlWriter writer = new TomlWriter();
    writer.table(map, "", 0);
    return writer.out.toString();
  }

  private void table(Map<?, ?> map, String path, int depth) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    sorted.values().removeIf(value -> value == null);
    String indent = "  ".repeat(depth);
    sorted.forEach(
        (key, value) -> {
          if (!isTable(value)) {
            out.append(indent).append(key(key)).append(" = ").append(inline(value)).append('\n');
          }
        });
    sorted.forEach(
        (key, value) -> {
          if (isTable(value)) {
            inner(path.isEmpty() ? key(key) : path + "." + key(key), value, depth);
          }
        });
  }

  private void inner(String path, Object value, int depth) {
    String indent = "  ".repeat(depth);
    if (value instanceof Map<?, ?> map) {
      header(indent + "[" + path + "]\n", depth == 0);
      table(map, path, depth + 1);
      return;
    }
    for (Object item : (List<?>) value) {
      header(indent + "[[" + path + "]]\n", true);
      table((Map<?, ?>) item, path, depth + 1);
    }
  }

  private void header(String line, boolean apart) {
    out.append(out.isEmpty() || !apart ? "" : "\n").append(line);
  }

  private static boolean isTable(Object value) {
    return value instanceof Map
        || (value instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(Map.class::isInstance));
  }

  private static String inline(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case Boolean truth -> truth.toString();
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e21 ->
          GoFormat.printf("%.1f", number);
      case Double number -> GoFormat.printf("%g", number);
      case Number number -> number.toString();
      case List<?> list ->
          list.stream().map(TomlWriter::inline).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          new TreeMap<>(map)
              .entrySet().stream()
                  .map(
                      entry ->
                          key(String.valueOf(entry.getKey())) + " = " + inline(entry.getValue()))
                  .collect(Collectors.joining(", ", "{", "}"));
      case null -> throw new GoException("toml: a list has no null");
      default -> quoted(value.toString());
    };
  }

  private static String key(String key) {
    return key.matches("[A-Za-z0-9_-]+") ? key : quoted(key);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (c < ' ' || c == 0x7F) {
                    quoted.append("\\u%04x".formatted(c));
                  } else {
                    quoted.appendCodePoint(c);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
