package io.tocsin.triggers.builtin;

import io.tocsin.triggers.run.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON as Go's encoding/json does: all numbers are float64. For one use by one thread. */
final class JsonReader {
  private static final int MAX_DEPTH = 500;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * @throws Failure when the text is no JSON
   */
  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.invalid();
    }
    return value;
  }

  private Object value() {
    space();
    if (at >= text.length()) {
      throw new Failure("unexpected end of JSON input");
    }
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw invalid();
    }
    at += word.length();
    return value;
  }

  private Object object() {
    open();
    Map<String, Object> map = new LinkedHashMap<>();
    if (!accept('}')) {
      do {
        space();
        if (at >= text.length() || text.charAt(at) != '"') {
          throw invalid();
        }
        String key = string();
        expect(':');
        map.put(key, value());
      } while (accept(','));
      expect('}');
    }
    depth--;
    return Collections.unmodifiableMap(map);
  }

  private Object list() {
    open();
    List<Object> list = new ArrayList<>();
    if (!accept(']')) {
      do {
        list.add(value());
      } while (accept(','));
      expect(']');
    }
    depth--;
    return Collections.unmodifiableList(list);
  }

  private void open() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw new Failure("the JSON is nested more than " + MAX_DEPTH + " deep");
    }
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        break;
      }
      string.append(c == '\\' ? escape() : c);
    }
    throw invalid();
  }

  private char escape() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw invalid();
    };
  }

  /** A UTF-16 unit; one half of a pair alone is replaced, as Go does. */
  private char unit() {
    int unit = hex(at);
    at += 4;
    if (!Character.isSurrogate((char) unit)) {
      return (char) unit;
    }
    boolean high = Character.isHighSurrogate((char) unit);
    boolean followed = text.startsWith("\\u", at) && Character.isLowSurrogate((char) hex(at + 2));
    boolean follows =
        at >= 12
            && text.startsWith("\\u", at - 12)
            && Character.isHighSurrogate((char) hex(at - 10));
    return (high ? followed : follows) ? (char) unit : '\ufffd';
  }

  private int hex(int from) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw invalid();
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private Object number() {
    int from = at;
    accept("-");
    if (!accept("0")) {
      digits();
    }
    if (accept(".")) {
      digits();
    }
    if (accept("eE")) {
      accept("+-");
      digits();
    }
    double number = Double.parseDouble(text.substring(from, at));
    if (Double.isInfinite(number)) {
      throw new Failure("the number is too large: " + text.substring(from, at));
    }
    return number;
  }

  private void digits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw invalid();
    }
  }

  private boolean accept(String characters) {
    boolean accepted = at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    at += accepted ? 1 : 0;
    return accepted;
  }

  private boolean accept(char c) {
    space();
    boolean accepted = at < text.length() && text.charAt(at) == c;
    at += accepted ? 1 : 0;
    return accepted;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw invalid();
    }
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Failure invalid() {
    return new Failure(
        at < text.length()
            ? "invalid JSON at character " + (at + 1)
            : "unexpected end of JSON input");
  }
}
