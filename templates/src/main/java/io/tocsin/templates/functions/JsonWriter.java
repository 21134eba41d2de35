package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoComplex;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoMaps;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoTypes;
import io.tocsin.templates.golang.time.GoTime;
import io.tocsin.templates.golang.time.Layouts;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** JSON as Go's encoding/json writes it: keys in order, {@code <}, {@code >}, {@code &} escaped. */
final class JsonWriter {
  private static final String INDENT = "  ";
  private static final double SMALLEST_PLAIN = 1e-6;
  private static final double LARGEST_PLAIN = 1e21;

  private final StringBuilder out = new StringBuilder();
  private final boolean indented;
  private final boolean escapeHtml;
  private int depth;

  private JsonWriter(boolean indented, boolean escapeHtml) {
    this.indented = indented;
    this.escapeHtml = escapeHtml;
  }

  static String json(Object value) {
    return new JsonWriter(false, true).text(value);
  }

  static String pretty(Object value) {
    return new JsonWriter(true, true).text(value);
  }

  /** Without the escapes that make JSON fit for HTML. */
  static String raw(Object value) {
    return new JsonWriter(false, false).text(value);
  }

  private String text(Object value) {
    write(value);
    return out.toString();
  }

  private void write(Object value) {
    Limits.text(out.length());
    switch (value) {
      case null -> out.append("null");
      case String text -> string(text);
      case Double number -> number(number);
      case GoComplex _ -> throw unsupported(value);
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth.booleanValue());
      case byte[] bytes ->
          out.append('"').append(Base64.getEncoder().encodeToString(bytes)).append('"');
      case Map<?, ?> map -> object(GoMaps.sorted(map));
      case List<?> list when NilList.isNil(list) -> out.append("null");
      case List<?> list -> array(list);
      case GoTime time -> string(time.format(Layouts.RFC_3339_NANO));
      case SemanticVersion version -> string(version.toString());
      case GoFunction _ -> throw unsupported(value);
      case GoObject object -> struct(object);
      default -> throw unsupported(value);
    }
  }

  private static GoException unsupported(Object value) {
    return new GoException("json: unsupported type: " + GoTypes.name(value));
  }

  private void struct(GoObject object) {
    if (object.underlying().isPresent()) {
      write(object.underlying().get());
      return;
    }
    object(
        object.fields().entrySet().stream()
            .filter(field -> Runes.isUpper(field.getKey().codePointAt(0)))
            .toList());
  }

  private void object(List<? extends Map.Entry<?, ?>> entries) {
    open('{');
    for (int i = 0; i < entries.size(); i++) {
      separate(i);
      string(String.valueOf(entries.get(i).getKey()));
      out.append(indented ? ": " : ":");
      write(entries.get(i).getValue());
    }
    close('}', entries.isEmpty());
  }

  private void array(List<?> elements) {
    open('[');
    for (int i = 0; i < elements.size(); i++) {
      separate(i);
      write(elements.get(i));
    }
    close(']', elements.isEmpty());
  }

  private void open(char bracket) {
    Limits.depth(++depth);
    out.append(bracket);
  }

  private void close(char bracket, boolean empty) {
    depth--;
    if (!empty) {
      newline();
    }
    out.append(bracket);
  }

  private void separate(int index) {
    if (index > 0) {
      out.append(',');
    }
    newline();
  }

  private void newline() {
    if (indented) {
      out.append('\n').repeat(INDENT, depth);
    }
  }

  private void number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new GoException("json: unsupported value: " + GoFormat.sprint(number));
    }
    double magnitude = Math.abs(number);
    if (magnitude != 0 && (magnitude < SMALLEST_PLAIN || magnitude >= LARGEST_PLAIN)) {
      out.append(GoFormat.printf("%g", number).replace("e-0", "e-"));
    } else {
      String sign = number == 0 && 1 / number < 0 ? "-" : "";
      BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
      out.append(sign).append(digits.toPlainString());
    }
  }

  private void string(String text) {
    out.append('"');
    text.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int rune) {
    switch (rune) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        boolean html = escapeHtml && (rune == '<' || rune == '>' || rune == '&');
        if (rune < ' ' || html || rune == 0x2028 || rune == 0x2029) {
          out.append("\\u%04x".formatted(rune));
        } else if (GoStrings.isByte(rune)) {
          out.append("\\ufffd");
        } else {
          out.appendCodePoint(rune);
        }
      }
    }
  }
}
