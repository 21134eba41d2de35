package io.tocsin.templates.golang;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** A floating-point number in Go's notations. Rules: Go's strconv.FormatFloat. */
final class GoFloat {
  private static final int SHORTEST = -1;

  private GoFloat() {}

  /**
   * @param verb one of {@code e E f g G b x X}
   * @param precision as Go's strconv takes it; -1 for the fewest digits that say the number
   */
  static String format(double value, char verb, int precision) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    double magnitude = Math.abs(value);
    return sign
        + switch (verb) {
          case 'b' -> GoBinaryFloat.binary(magnitude);
          case 'x' -> GoBinaryFloat.hexadecimal(magnitude, precision);
          case 'X' -> GoBinaryFloat.hexadecimal(magnitude, precision).toUpperCase(Locale.ROOT);
          case 'e', 'E' -> scientific(scientificDigits(magnitude, precision), verb, precision);
          case 'f' -> fixed(fixedDigits(magnitude, precision), precision);
          default -> general(magnitude, verb, precision);
        };
  }

  /** Digits without trailing zeros and where their point stands: 0.digits × 10^point. */
  private record Digits(String digits, int point) {
    static Digits of(BigDecimal number) {
      if (number.signum() == 0) {
        return new Digits("", 0);
      }
      BigDecimal bare = number.stripTrailingZeros();
      String digits = bare.unscaledValue().toString();
      return new Digits(digits, digits.length() - bare.scale());
    }

    char at(int index) {
      return index >= 0 && index < digits.length() ? digits.charAt(index) : '0';
    }
  }

  private static Digits shortest(double value) {
    BigDecimal number = new BigDecimal(Double.toString(value));
    if (number.signum() != 0 && number.stripTrailingZeros().precision() == 2) {
      BigDecimal shorter = number.round(new MathContext(1, RoundingMode.HALF_EVEN));
      if (shorter.doubleValue() == value) {
        return Digits.of(shorter);
      }
    }
    return Digits.of(number);
  }

  private static Digits scientificDigits(double value, int precision) {
    return precision == SHORTEST ? shortest(value) : rounded(value, precision + 1);
  }

  private static Digits rounded(double value, int digits) {
    return Digits.of(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  private static Digits fixedDigits(double value, int precision) {
    return precision == SHORTEST
        ? shortest(value)
        : Digits.of(new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN));
  }

  private static String general(double value, char verb, int precision) {
    boolean isShortest = precision == SHORTEST;
    int wanted = isShortest ? 6 : Math.max(precision, 1);
    Digits digits = isShortest ? shortest(value) : rounded(value, wanted);
    int count = digits.digits().length();
    int threshold = !isShortest && wanted > count && count >= digits.point() ? count : wanted;
    int exponent = digits.point() - 1;
    if (exponent < -4 || exponent >= threshold) {
      int shown = isShortest ? count : Math.min(wanted, count);
      return scientific(digits, verb == 'g' ? 'e' : 'E', shown - 1);
    }
    return fixed(digits, Math.max(count - digits.point(), 0));
  }

  private static String scientific(Digits digits, char verb, int precision) {
    int count = digits.digits().length();
    int shown = precision == SHORTEST ? count - 1 : precision;
    var text = new StringBuilder().append(digits.at(0));
    if (shown > 0) {
      text.append('.');
      for (int i = 1; i <= shown; i++) {
        text.append(digits.at(i));
      }
    }
    int exponent = count == 0 ? 0 : digits.point() - 1;
    text.append(verb).append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    return text.append(size < 10 ? "0" : "").append(size).toString();
  }

  private static String fixed(Digits digits, int precision) {
    int point = digits.point();
    int shown = precision == SHORTEST ? Math.max(digits.digits().length() - point, 0) : precision;
    var text = new StringBuilder();
    for (int i = 0; i < point; i++) {
      text.append(digits.at(i));
    }
    if (point <= 0) {
      text.append('0');
    }
    if (shown > 0) {
      text.append('.');
      for (int i = 0; i < shown; i++) {
        text.append(digits.at(point + i));
      }
    }
    return text.toString();
  }
}
