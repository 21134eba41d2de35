package io.tocsin.templates.functions;

import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers in texts, as Go's package strconv reads them. */
final class Numbers {
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(0[xX][0-9a-fA-F_]*\\.?[0-9a-fA-F_]*[pP][+-]?[0-9_]+"
              + "|([0-9][0-9_]*\\.?[0-9_]*|\\.[0-9][0-9_]*)([eE][+-]?[0-9_]+)?)");
  private static final Pattern INFINITE = Pattern.compile("(?i)[+-]?inf(inity)?");
  private static final int LONGEST = 1_000;

  private Numbers() {}

  /**
   * A 64-bit integer.
   *
   * @param base 0 to take it from a prefix such as {@code 0x} or a leading zero, which also allows
   *     underscores
   */
  static OptionalLong integer(String text, int base) {
    BigInteger value = whole(text, base);
    return value == null || value.bitLength() > 63
        ? OptionalLong.empty()
        : OptionalLong.of(value.longValue());
  }

  /** A decimal integer; the nearest that there is when out of range, and 0 when it is none. */
  static long nearest(String text) {
    BigInteger value = whole(text, 10);
    if (value == null) {
      return 0;
    }
    if (value.bitLength() > 63) {
      return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return value.longValue();
  }

  private static BigInteger whole(String text, int base) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int radix = base;
    if (base == 0) {
      if (!underscoresFit(digits)) {
        return null;
      }
      radix = radix(digits);
      digits = digits.substring(prefixLength(digits)).replace("_", "");
    }
    if (digits.isEmpty() || digits.length() > LONGEST || !hasOnlyDigits(digits, radix)) {
      return null;
    }
    BigInteger magnitude = new BigInteger(digits, radix);
    return text.startsWith("-") ? magnitude.negate() : magnitude;
  }

  private static int radix(String digits) {
    if (!digits.startsWith("0") || digits.length() == 1) {
      return 10;
    }
    return switch (Character.toLowerCase(digits.charAt(1))) {
      case 'x' -> digits.length() > 2 ? 16 : 8;
      case 'b' -> digits.length() > 2 ? 2 : 8;
      default -> 8;
    };
  }

  private static int prefixLength(String digits) {
    if (!digits.startsWith("0") || digits.length() == 1) {
      return 0;
    }
    boolean letter = "xXbBoO".indexOf(digits.charAt(1)) >= 0;
    return letter && digits.length() > 2 ? 2 : 1;
  }

  private static boolean hasOnlyDigits(String text, int radix) {
    return text.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
  }

  /** A 64-bit floating-point number; empty when it is too large, too. */
  static OptionalDouble floating(String text) {
    if (INFINITE.matcher(text).matches()) {
      return OptionalDouble.of(
          text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (text.equalsIgnoreCase("nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (text.length() > LONGEST || !FLOAT.matcher(text).matches() || !underscoresFit(digits)) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text.replace("_", ""));
      return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Whether each underscore stands between digits, or between a base prefix and a digit. */
  private static boolean underscoresFit(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean prefixed = lower.length() >= 2 && lower.charAt(0) == '0' && isPrefix(lower.charAt(1));
    boolean hexadecimal = prefixed && lower.charAt(1) == 'x';
    char before = prefixed ? '0' : ' ';
    for (int i = prefixed ? 2 : 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if ((c >= '0' && c <= '9') || (hexadecimal && c >= 'a' && c <= 'f')) {
        before = '0';
      } else if (c == '_') {
        if (before != '0') {
          return false;
        }
        before = '_';
      } else if (before == '_') {
        return false;
      } else {
        before = ' ';
      }
    }
    return before != '_';
  }

  private static boolean isPrefix(char c) {
    return c == 'b' || c == 'o' || c == 'x';
  }
}
