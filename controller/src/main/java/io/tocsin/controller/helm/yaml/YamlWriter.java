package io.tocsin.controller.helm.yaml;

import io.tocsin.templates.golang.GoFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes one document in blocks, its keys in order. For one thread. */
final class YamlWriter {
  private static final int STEP = 2;
  private static final int WIDTH = 80;
  private static final int DEPTH = 500;
  private static final BigDecimal LARGEST = new BigDecimal(BigInteger.ONE.shiftLeft(64));
  private static final KeyOrder KEYS = new KeyOrder();

  private final StringBuilder out = new StringBuilder();
  private final TextWriter texts;
  private final int listStep;
  private int depth;

  private YamlWriter(int width, int listStep) {
    this.texts = new TextWriter(out, width);
    this.listStep = listStep;
  }

  /** Lists stand below their keys; long texts are broken behind column 80. */
  static String write(Object value) {
    return new YamlWriter(WIDTH, 0).document(value);
  }

  /** Lists are indented; no text is broken. */
  static String writePretty(Object value) {
    return new YamlWriter(Integer.MAX_VALUE, STEP).document(value);
  }

  private String document(Object value) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> mapping(map, 0, false);
      case List<?> list when !list.isEmpty() -> sequence(list, 0, false);
      case null, default -> line(value, STEP);
    }
    return out.toString();
  }

  private void mapping(Map<?, ?> map, int indent, boolean inline) {
    enter();
    TreeMap<String, Object> sorted = new TreeMap<>(KEYS);
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    boolean first = inline;
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      indent(first ? 0 : indent);
      first = false;
      texts.write(entry.getKey(), indent, true);
      out.append(':');
      child(entry.getValue(), indent);
    }
    depth--;
  }

  private void child(Object value, int indent) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        out.append('\n');
        mapping(map, indent + STEP, false);
      }
      case List<?> list when !list.isEmpty() -> {
        out.append('\n');
        sequence(list, indent + listStep, false);
      }
      case null, default -> {
        out.append(' ');
        line(value, indent + STEP);
      }
    }
  }

  private void sequence(List<?> list, int indent, boolean inline) {
    enter();
    Iterator<?> items = list.iterator();
    boolean first = inline;
    while (items.hasNext()) {
      indent(first ? 0 : indent);
      first = false;
      out.append("- ");
      switch (items.next()) {
        case Map<?, ?> map when !map.isEmpty() -> mapping(map, indent + STEP, true);
        case List<?> inner when !inner.isEmpty() -> sequence(inner, indent + STEP, true);
        case Object value -> line(value, indent + STEP);
        case null -> line(null, indent + STEP);
      }
    }
    depth--;
  }

  private void enter() {
    if (++depth > DEPTH) {
      throw new YamlException("is nested deeper than " + DEPTH + " levels");
    }
  }

  private void indent(int columns) {
    out.repeat(' ', columns);
  }

  private void line(Object value, int indent) {
    scalar(value, indent);
    if (out.isEmpty() || out.charAt(out.length() - 1) != '\n' || !(value instanceof String)) {
      out.append('\n');
    }
  }

  private void scalar(Object value, int indent) {
    switch (value) {
      case null -> out.append("null");
      case String text -> texts.write(text, indent, false);
      case Boolean truth -> out.append(truth.booleanValue());
      case Double number -> out.append(number(number));
      case Number number -> out.append(number);
      case byte[] bytes -> texts.write(Base64.getEncoder().encodeToString(bytes), indent, false);
      case Map<?, ?> _ -> out.append("{}");
      case List<?> _ -> out.append("[]");
      default -> texts.write(value.toString(), indent, false);
    }
  }

  /** A whole number has no exponent as long as it has 64 bits. */
  private static String number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new YamlException("has the number " + number + ", which JSON has not");
    }
    BigDecimal exact = new BigDecimal(number);
    boolean whole = number == Math.rint(number) && exact.abs().compareTo(LARGEST) < 0;
    return whole
        ? new BigDecimal(Double.toString(number)).toBigInteger().toString()
        : GoFormat.printf("%g", number);
  }
}
