package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.time.GoMonth;
import io.tocsin.templates.golang.time.GoWeekday;

/** Numbers from any value, as the library spf13/cast converts them; 0 where it cannot. */
final class Casts {
  private static final double TWO_TO_63 = 0x1p63;

  private Casts() {}

  static long toLong(Object value) {
    return switch (value) {
      case Long number -> number;
      case GoInt number -> number.longValue();
      case GoInteger number -> number.longValue();
      case Integer number -> number;
      case Double number -> truncated(number);
      case String text -> Numbers.integer(withoutZeroDecimals(text), 0).orElse(0);
      case Boolean truth -> truth ? 1 : 0;
      case GoMonth month -> month.number();
      case GoWeekday day -> day.number();
      case null, default -> 0;
    };
  }

  static double toDouble(Object value) {
    return switch (value) {
      case Double number -> number;
      case GoInteger number -> number.doubleValue();
      case String text -> Numbers.floating(text).orElse(0);
      case null, default -> toLong(value);
    };
  }

  static GoInt toInt(Object value) {
    return GoInt.of(toLong(value));
  }

  /** What is out of range becomes the smallest number, as on Go's usual processors. */
  private static long truncated(double number) {
    return number >= -TWO_TO_63 && number < TWO_TO_63 ? (long) number : Long.MIN_VALUE;
  }

  /** {@code 12.00} as {@code 12}; other fractions stay. */
  private static String withoutZeroDecimals(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    boolean zeros = end < text.length() && end > 0 && text.charAt(end - 1) == '.';
    return zeros ? text.substring(0, end - 1) : text;
  }
}
