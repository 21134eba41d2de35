package io.tocsin.controller.helm.values;

import io.tocsin.controller.helm.chart.HelmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads assignments such as {@code a.b[0]=1,c={x,y}} into a tree of values. Rules: Helm's {@code
 * --set}, {@code --set-string} and {@code --set-file}. For one thread.
 */
public final class SetParser {
  private static final int LARGEST_INDEX = 65_536;
  private static final int DEEPEST = 30;
  private static final int END = -1;

  private record Piece(String text, int stop) {}

  private final String line;
  private final Function<String, Object> reader;
  private int at;

  private SetParser(String line, Function<String, Object> reader) {
    this.line = line;
    this.reader = reader;
  }

  /**
   * Sets what the line says.
   *
   * @param values is changed
   * @param reader makes values of texts: {@link #typed}, {@link String#toString}, or what reads a
   *     file of that name
   * @throws HelmException when the line cannot be read
   */
  public static void apply(
      String line, Map<String, Object> values, Function<String, Object> reader) {
    SetParser parser = new SetParser(line, reader);
    try {
      while (parser.at < line.length()) {
        parser.key(values, 0);
      }
    } catch (ClassCastException e) {
      throw parser.fail("it sets a part of something that is no mapping or list");
    }
  }

  /** A boolean, null, whole number or else the text itself. */
  public static Object typed(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      case "0" -> 0L;
      default -> text.matches("[-+]?[1-9][0-9]*|[-+]0[0-9]*") ? whole(text) : text;
    };
  }

  private static Object whole(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private HelmException fail(String reason) {
    return new HelmException("the parameter " + line + " cannot be read: " + reason);
  }

  private void key(Map<String, Object> values, int depth) {
    Piece piece = until("=[,.");
    String key = piece.text();
    switch (piece.stop()) {
      case '[' -> {
        int index = index();
        List<Object> list = list(values.get(key));
        put(values, key, item(list, index, depth));
      }
      case '=' -> put(values, key, value());
      case '.' -> {
        Map<String, Object> inner = mapping(values.get(key));
        key(inner, deeper(depth));
        if (inner.isEmpty()) {
          throw fail("key map \"" + key + "\" has no value");
        }
        put(values, key, inner);
      }
      case ',' -> throw fail("key \"" + key + "\" has no value");
      default -> {
        if (!key.isEmpty()) {
          throw fail("key \"" + key + "\" has no value");
        }
      }
    }
  }

  private int deeper(int depth) {
    if (depth == DEEPEST) {
      throw fail("names are nested deeper than " + DEEPEST + " levels");
    }
    return depth + 1;
  }

  private static void put(Map<String, Object> values, String key, Object value) {
    if (!key.isEmpty()) {
      values.put(key, value);
    }
  }

  private static Map<String, Object> mapping(Object old) {
    return old == null ? new LinkedHashMap<>() : Tables.table(old);
  }

  @SuppressWarnings("unchecked") // lists of values
  private static List<Object> list(Object old) {
    return old == null ? new ArrayList<>() : new ArrayList<>((List<Object>) old);
  }

  private int index() {
    Piece piece = until("]");
    try {
      int index = Integer.parseInt(piece.text());
      if (piece.stop() == ']' && index >= 0 && index <= LARGEST_INDEX) {
        return index;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw fail("\"" + piece.text() + "\" is no index from 0 to " + LARGEST_INDEX);
  }

  private List<Object> item(List<Object> list, int index, int depth) {
    Piece piece = until("[.=");
    if (!piece.text().isEmpty()) {
      throw fail("unexpected \"" + piece.text() + "\" after an index");
    }
    if (piece.stop() == END) {
      return list;
    }
    Object old = index < list.size() ? list.get(index) : null;
    Object value =
        switch (piece.stop()) {
          case '=' -> value();
          case '[' -> item(list(old), index(), deeper(depth));
          case '.' -> {
            Map<String, Object> inner =
                Tables.isTable(old) ? Tables.table(old) : new LinkedHashMap<>();
            key(inner, deeper(depth));
            yield inner;
          }
          default -> throw new IllegalStateException("no other character ends a name");
        };
    while (list.size() <= index) {
      list.add(null);
    }
    list.set(index, value);
    return list;
  }

  private Object value() {
    if (at >= line.length()) {
      return "";
    }
    if (line.charAt(at) != '{') {
      return reader.apply(until(",").text());
    }
    at++;
    List<Object> list = new ArrayList<>();
    while (true) {
      Piece piece = until(",}");
      if (piece.stop() == END) {
        throw fail("list must terminate with '}'");
      }
      list.add(reader.apply(piece.text()));
      if (piece.stop() == '}') {
        at += at < line.length() && line.charAt(at) == ',' ? 1 : 0;
        return list;
      }
    }
  }

  /** The text up to one of those characters, which is passed over; a backslash makes it text. */
  private Piece until(String stops) {
    StringBuilder text = new StringBuilder();
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (stops.indexOf(c) >= 0) {
        return new Piece(text.toString(), c);
      }
      if (c == '\\' && at < line.length()) {
        text.append(line.charAt(at++));
      } else if (c != '\\') {
        text.append(c);
      }
    }
    return new Piece(text.toString(), END);
  }
}
