package io.tocsin.controller.kustomize;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON to the byte as Go's encoding/json writes it: keys in order, {@code <>&} escaped. */
final class GoJson {
  private static final int SPACE = 0x20;

  private GoJson() {}

  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case String text -> quote(text, out);
      case Map<?, ?> map -> {
        out.append('{');
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, item) -> sorted.put((String) key, item));
        Iterator<Map.Entry<String, Object>> entries = sorted.entrySet().iterator();
        while (entries.hasNext()) {
          Map.Entry<String, Object> entry = entries.next();
          quote(entry.getKey(), out);
          out.append(':');
          write(entry.getValue(), out);
          out.append(entries.hasNext() ? "," : "");
        }
        out.append('}');
      }
      case List<?> list -> {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
          out.append(i == 0 ? "" : ",");
          write(list.get(i), out);
        }
        out.append(']');
      }
      case null, default -> out.append(value);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '<', '>', '&', '\u2028', '\u2029' -> out.append("\\u%04x".formatted((int) c));
        default -> out.append(c < SPACE ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }
}
