package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON as Go's encoding/json reads it into any value: all numbers are float64. */
final class JsonReader {
  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * @throws GoException as Go words its syntax errors
   */
  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    if (reader.space() >= 0) {
      throw reader.invalid("after top-level value");
    }
    return value;
  }

  /** The next character that is no white space, not consumed; -1 at the end. */
  private int space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return peek();
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private GoException invalid(String where) {
    if (at >= text.length()) {
      return new GoException("unexpected end of JSON input");
    }
    // Go reads bytes here and prints the first one as if it were a character.
    int rune = GoStrings.bytes(Character.toString(text.codePointAt(at)))[0] & 0xFF;
    String quoted =
        switch (rune) {
          case '\'' -> "'\\''";
          case '"' -> "'\"'";
          default -> GoFormat.printf("'%s'", inner(rune));
        };
    return new GoException("invalid character " + quoted + " " + where);
  }

  private static String inner(int rune) {
    String quoted = GoFormat.printf("%q", Character.toString(rune));
    return quoted.substring(1, quoted.length() - 1);
  }

  private Object value() {
    return switch (space()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> JsonText.read(string());
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw invalid("looking for beginning of value");
    };
  }

  private void enter() {
    at++;
    if (++depth > Limits.DEPTH) {
      throw new GoException("exceeded max depth");
    }
  }

  private Map<String, Object> object() {
    enter();
    Dict object = new Dict();
    if (space() == '}') {
      return leave(object);
    }
    while (true) {
      if (space() != '"') {
        throw invalid("looking for beginning of object key string");
      }
      String key = JsonText.read(string());
      expect(':', "after object key");
      object.put(key, value());
      if (ends('}', "after object key:value pair")) {
        return leave(object);
      }
    }
  }

  private List<Object> array() {
    enter();
    List<Object> array = new ArrayList<>();
    if (space() == ']') {
      return leave(Lists.unmodifiable(array));
    }
    while (true) {
      array.add(value());
      if (ends(']', "after array element")) {
        return leave(Lists.unmodifiable(array));
      }
    }
  }

  private <T> T leave(T value) {
    depth--;
    at++;
    return value;
  }

  private void expect(char wanted, String where) {
    if (space() != wanted) {
      throw invalid(where);
    }
    at++;
  }

  private boolean ends(char bracket, String where) {
    int next = space();
    if (next == ',') {
      at++;
      return false;
    }
    if (next != bracket) {
      throw invalid(where);
    }
    return true;
  }

  private Object literal(String word, Object value) {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw invalid("in literal %s (expecting '%c')".formatted(word, word.charAt(i)));
      }
      at++;
    }
    return value;
  }

  /** The raw text between quotes. */
  private String string() {
    int start = ++at;
    while (peek() != '"') {
      if (peek() < ' ') {
        throw invalid("in string literal");
      }
      if (peek() == '\\') {
        at++;
        escape();
      } else {
        at++;
      }
    }
    return text.substring(start, at++);
  }

  private void escape() {
    if (peek() < 0 || "\"\\/bfnrtu".indexOf(peek()) < 0) {
      throw invalid("in string escape code");
    }
    boolean unicode = peek() == 'u';
    at++;
    for (int i = 0; unicode && i < 4; i++) {
      if (Character.digit(peek(), 16) < 0 || peek() > 'f') {
        throw invalid("in \\u hexadecimal character escape");
      }
      at++;
    }
  }

  private Double number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (peek() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
    String number = text.substring(start, at);
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      throw new GoException(
          "json: cannot unmarshal number " + number + " into Go value of type float64");
    }
    return value;
  }

  private void digits(String where) {
    if (peek() < '0' || peek() > '9') {
      throw invalid(where);
    }
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
  }
}
