package io.tocsin.controller.helm.yaml;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a plain scalar stands for. Rules: go-yaml version 2. */
final class Scalars {
  /** What an unquoted text is; the value of {@link Kind#TEXT} is the text itself. */
  enum Kind {
    TEXT,
    NULL,
    BOOLEAN,
    WHOLE,
    FLOAT,
    TIME
  }

  record Scalar(Kind kind, Object value) {}

  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}"
              + "([Tt]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})"
              + "| \\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?)?");
  private static final Pattern WHOLE =
      Pattern.compile("[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)");
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final Map<String, Scalar> WORDS = words();

  private Scalars() {}

  static Scalar resolve(String text) {
    Scalar word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    char first = text.charAt(0);
    if (first == '.') {
      return floating(text, text);
    }
    boolean numeric = first == '+' || first == '-' || (first >= '0' && first <= '9');
    return numeric ? number(text) : new Scalar(Kind.TEXT, text);
  }

  private static Scalar number(String text) {
    if (TIME.matcher(text).matches()) {
      return new Scalar(Kind.TIME, text);
    }
    String plain = text.replace("_", "");
    Optional<BigInteger> whole = whole(plain);
    if (whole.isPresent()) {
      return new Scalar(Kind.WHOLE, whole.get());
    }
    return floating(plain, text);
  }

  private static Scalar floating(String plain, String text) {
    if (FLOAT.matcher(plain).matches()) {
      double value = Double.parseDouble(plain);
      if (!Double.isInfinite(value)) {
        return new Scalar(Kind.FLOAT, value);
      }
    }
    return new Scalar(Kind.TEXT, text);
  }

  private static Optional<BigInteger> whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    BigInteger value = magnitude(digits);
    BigInteger result = text.startsWith("-") ? value.negate() : value;
    return result.compareTo(LARGEST) > 0 || result.compareTo(SMALLEST) < 0
        ? Optional.empty()
        : Optional.of(result);
  }

  private static BigInteger magnitude(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return new BigInteger(digits);
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> new BigInteger(digits.substring(2), 16);
      case 'b', 'B' -> new BigInteger(digits.substring(2), 2);
      case 'o', 'O' -> new BigInteger(digits.substring(2), 8);
      default -> new BigInteger(digits, 8);
    };
  }

  private static Map<String, Scalar> words() {
    Map<String, Scalar> words = new HashMap<>();
    put(words, Kind.BOOLEAN, true, "y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    put(words, Kind.BOOLEAN, true, "true", "True", "TRUE");
    put(words, Kind.BOOLEAN, false, "n", "N", "no", "No", "NO", "off", "Off", "OFF");
    put(words, Kind.BOOLEAN, false, "false", "False", "FALSE");
    put(words, Kind.NULL, null, "", "~", "null", "Null", "NULL");
    put(words, Kind.FLOAT, Double.NaN, ".nan", ".NaN", ".NAN");
    put(words, Kind.FLOAT, Double.POSITIVE_INFINITY, ".inf", ".Inf", ".INF");
    put(words, Kind.FLOAT, Double.POSITIVE_INFINITY, "+.inf", "+.Inf", "+.INF");
    put(words, Kind.FLOAT, Double.NEGATIVE_INFINITY, "-.inf", "-.Inf", "-.INF");
    return words;
  }

  private static void put(Map<String, Scalar> words, Kind kind, Object value, String... texts) {
    List.of(texts).forEach(text -> words.put(text, new Scalar(kind, value)));
  }
}
