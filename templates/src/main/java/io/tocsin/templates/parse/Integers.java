package io.tocsin.templates.parse;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Whole numbers with Go's prefixes and underscores. Rules: strconv.ParseInt with base 0. */
final class Integers {
  private static final int MAX_BITS = 64;

  private Integers() {}

  static OptionalLong signed(String text) {
    Optional<BigInteger> value = parse(text).filter(number -> number.bitLength() < MAX_BITS);
    return value.isPresent() ? OptionalLong.of(value.get().longValue()) : OptionalLong.empty();
  }

  /** The bits; of a number without a sign. */
  static OptionalLong unsigned(String text) {
    Optional<BigInteger> value = hasSign(text) ? Optional.empty() : parse(text);
    return value.isPresent() ? OptionalLong.of(value.get().longValue()) : OptionalLong.empty();
  }

  /** Whether each underscore stands between digits or after a prefix. */
  static boolean underscoresSeparate(String text) {
    String number = text.substring(hasSign(text) ? 1 : 0).toLowerCase(Locale.ROOT);
    boolean isHexadecimal = number.startsWith("0x");
    boolean hasPrefix = isHexadecimal || number.startsWith("0b") || number.startsWith("0o");
    boolean afterDigit = hasPrefix;
    boolean afterUnderscore = false;
    for (int i = hasPrefix ? 2 : 0; i < number.length(); i++) {
      char c = number.charAt(i);
      boolean isDigit = c < 0x80 && Character.digit(c, isHexadecimal ? 16 : 10) >= 0;
      boolean isMisplaced = c == '_' ? !afterDigit : afterUnderscore && !isDigit;
      if (isMisplaced) {
        return false;
      }
      afterUnderscore = c == '_';
      afterDigit = isDigit;
    }
    return !afterUnderscore;
  }

  private static boolean hasSign(String text) {
    return text.startsWith("+") || text.startsWith("-");
  }

  /** A number of at most 64 bits, and a sign. */
  private static Optional<BigInteger> parse(String text) {
    if (!underscoresSeparate(text)) {
      return Optional.empty();
    }
    String number = text.substring(hasSign(text) ? 1 : 0).replace("_", "");
    int base = base(number);
    boolean hasPrefix = base != 10 && !Character.isDigit(number.charAt(1));
    String digits = number.substring(hasPrefix ? 2 : 0);
    if (digits.isEmpty() || !digits.chars().allMatch(c -> isDigit(c, base))) {
      return Optional.empty();
    }
    String significant = digits.substring(leadingZeros(digits));
    if (significant.length() > MAX_BITS) {
      return Optional.empty();
    }
    var magnitude = new BigInteger(significant, base);
    boolean fits = magnitude.bitLength() <= MAX_BITS;
    return Optional.of(text.startsWith("-") ? magnitude.negate() : magnitude).filter(_ -> fits);
  }

  private static boolean isDigit(int c, int base) {
    return c < 0x80 && Character.digit(c, base) >= 0;
  }

  private static int leadingZeros(String digits) {
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  private static int base(String number) {
    if (number.length() < 2 || number.charAt(0) != '0') {
      return 10;
    }
    return switch (number.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      case 'o', 'O', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 8;
      default -> 10;
    };
  }
}
