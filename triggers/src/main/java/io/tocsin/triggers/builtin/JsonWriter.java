package io.tocsin.triggers.builtin;

import io.tocsin.templates.golang.GoMaps;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.time.GoTime;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Typed;
import io.tocsin.triggers.run.Values;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes values as Go's encoding/json does. For one use by one thread. */
public final class JsonWriter {
  private static final int MAX_LENGTH = 16 << 20;
  private static final int MAX_DEPTH = 500;

  private final StringBuilder out = new StringBuilder();
  private final boolean indented;
  private int depth;

  private JsonWriter(boolean indented) {
    this.indented = indented;
  }

  /**
   * The value over several lines, indented by two spaces.
   *
   * @throws Failure when JSON has no such value
   */
  static String indented(Object value) {
    return write(value, true);
  }

  /**
   * The value on one line.
   *
   * @throws Failure when JSON has no such value
   */
  public static String compact(Object value) {
    return write(value, false);
  }

  private static String write(Object value, boolean indented) {
    JsonWriter writer = new JsonWriter(indented);
    writer.value(value);
    return writer.out.toString();
  }

  private void value(Object value) {
    if (out.length() > MAX_LENGTH || depth > MAX_DEPTH) {
      throw new Failure("the value is too large for JSON");
    }
    switch (value) {
      case null -> out.append("null");
      case Boolean truth -> out.append(truth.booleanValue());
      case String text -> text(text);
      case Double number -> JsonNumbers.append(out, number);
      case Number number -> out.append(number);
      case byte[] bytes -> bytes(bytes);
      case Typed typed -> typed(typed);
      case List<?> list -> elements('[', ']', list, this::value);
      case Map<?, ?> map -> elements('{', '}', GoMaps.sorted(map), this::entry);
      case GoTime time -> text(time.format("2006-01-02T15:04:05.999999999Z07:00"));
      case GoObject object -> object(object);
      default -> throw new Failure("json: unsupported type: " + Values.typeName(value));
    }
  }

  private void bytes(byte[] bytes) {
    if (Values.isNil(bytes)) {
      out.append("null");
    } else {
      text(Base64.getEncoder().encodeToString(bytes));
    }
  }

  private void typed(Typed typed) {
    if (typed instanceof Typed.TypedList list) {
      if (Values.isNil(list)) {
        out.append("null");
      } else {
        elements('[', ']', list, this::value);
      }
      return;
    }
    throw new Failure("json: unsupported type: " + typed.typeName());
  }

  private void object(GoObject object) {
    if (object.underlying().isPresent()) {
      value(object.underlying().get());
      return;
    }
    List<Map.Entry<String, Object>> exported =
        object.fields().entrySet().stream()
            .filter(field -> Character.isUpperCase(field.getKey().codePointAt(0)))
            .toList();
    elements('{', '}', exported, this::entry);
  }

  private void entry(Map.Entry<?, ?> entry) {
    text((String) entry.getKey());
    out.append(indented ? ": " : ":");
    value(entry.getValue());
  }

  private <T> void elements(char open, char close, Collection<T> elements, Consumer<T> write) {
    out.append(open);
    depth++;
    boolean first = true;
    for (T element : elements) {
      out.append(first ? "" : ",");
      first = false;
      line();
      write.accept(element);
    }
    depth--;
    if (!first) {
      line();
    }
    out.append(close);
  }

  private void line() {
    if (indented) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void text(String text) {
    out.append('"');
    GoStrings.printable(text).codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append((char) c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
          out.append("\\u%04x".formatted(c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
