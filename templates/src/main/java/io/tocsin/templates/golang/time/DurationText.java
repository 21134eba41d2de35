package io.tocsin.templates.golang.time;

import io.tocsin.templates.golang.GoException;
import java.util.Map;

/** How Go writes and reads durations. */
final class DurationText {
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "\u00b5s", 1_000L,
          "\u03bcs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private DurationText() {}

  static String print(long nanoseconds) {
    if (nanoseconds == 0) {
      return "0s";
    }
    StringBuilder out = new StringBuilder(24);
    if (nanoseconds < 0) {
      out.append('-');
    }
    // The magnitude of the smallest long is 2^63, which is right when read as unsigned.
    long magnitude = Math.abs(nanoseconds);
    if (Long.compareUnsigned(magnitude, 1_000_000_000L) < 0) {
      return small(out, magnitude);
    }
    long seconds = Long.divideUnsigned(magnitude, 1_000_000_000L);
    long minutes = seconds / 60;
    if (minutes >= 60) {
      out.append(minutes / 60).append('h');
    }
    if (minutes > 0) {
      out.append(minutes % 60).append('m');
    }
    out.append(seconds % 60);
    fraction(out, Long.remainderUnsigned(magnitude, 1_000_000_000L), 9);
    return out.append('s').toString();
  }

  private static String small(StringBuilder out, long nanoseconds) {
    if (nanoseconds < 1_000) {
      return out.append(nanoseconds).append("ns").toString();
    }
    if (nanoseconds < 1_000_000) {
      fraction(out.append(nanoseconds / 1_000), nanoseconds % 1_000, 3);
      return out.append("\u00b5s").toString();
    }
    fraction(out.append(nanoseconds / 1_000_000), nanoseconds % 1_000_000, 6);
    return out.append("ms").toString();
  }

  private static void fraction(StringBuilder out, long value, int digits) {
    if (value == 0) {
      return;
    }
    String text = Long.toString(value);
    out.append('.').repeat('0', digits - text.length()).append(text);
    while (out.charAt(out.length() - 1) == '0') {
      out.setLength(out.length() - 1);
    }
  }

  static long parse(String text) {
    Reader reader = new Reader(text);
    boolean negative = reader.sign();
    if (reader.rest().equals("0")) {
      return 0;
    }
    if (reader.atEnd()) {
      throw invalid(text);
    }
    long sum = 0;
    while (!reader.atEnd()) {
      sum += reader.part();
      if (Long.compareUnsigned(sum, Long.MIN_VALUE) > 0) {
        throw invalid(text);
      }
    }
    if (!negative && sum == Long.MIN_VALUE) {
      throw invalid(text);
    }
    return negative ? -sum : sum;
  }

  private static GoException invalid(String text) {
    return new GoException("time: invalid duration " + LayoutText.quote(text));
  }

  /** Reads one part after the other, such as {@code 1.5h}; sums are unsigned. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    boolean atEnd() {
      return at == text.length();
    }

    String rest() {
      return text.substring(at);
    }

    boolean sign() {
      char first = atEnd() ? ' ' : text.charAt(0);
      at = first == '-' || first == '+' ? 1 : 0;
      return first == '-';
    }

    private boolean onDigit() {
      return !atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    long part() {
      int start = at;
      long whole = whole();
      boolean digits = at > start;
      long fraction = 0;
      double scale = 1;
      if (!atEnd() && text.charAt(at) == '.') {
        at++;
        for (; onDigit(); at++) {
          digits = true;
          if (fraction < Long.MAX_VALUE / 10) {
            fraction = fraction * 10 + (text.charAt(at) - '0');
            scale *= 10;
          }
        }
      }
      if (!digits) {
        throw invalid(text);
      }
      long unit = unit();
      if (Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
        throw invalid(text);
      }
      long value = whole * unit + (long) (fraction * (unit / scale));
      if (Long.compareUnsigned(value, Long.MIN_VALUE) > 0) {
        throw invalid(text);
      }
      return value;
    }

    private long whole() {
      long value = 0;
      for (; onDigit(); at++) {
        if (Long.compareUnsigned(value, Long.divideUnsigned(Long.MIN_VALUE, 10)) > 0) {
          throw invalid(text);
        }
        value = value * 10 + (text.charAt(at) - '0');
        if (Long.compareUnsigned(value, Long.MIN_VALUE) > 0) {
          throw invalid(text);
        }
      }
      return value;
    }

    private long unit() {
      int start = at;
      while (!atEnd() && !onDigit() && text.charAt(at) != '.') {
        at++;
      }
      String name = text.substring(start, at);
      if (name.isEmpty()) {
        throw new GoException("time: missing unit in duration " + LayoutText.quote(text));
      }
      Long unit = UNITS.get(name);
      if (unit == null) {
        throw new GoException(
            "time: unknown unit "
                + LayoutText.quote(name)
                + " in duration "
                + LayoutText.quote(text));
      }
      return unit;
    }
  }
}
