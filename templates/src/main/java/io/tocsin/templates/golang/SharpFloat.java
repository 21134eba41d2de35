package io.tocsin.templates.golang;

/** The flag {@code #} for floating-point numbers: the point and trailing zeros stay. */
final class SharpFloat {
  private static final int DEFAULT_DIGITS = 6;

  private SharpFloat() {}

  /**
   * @param magnitude a number without a sign
   * @param digits the precision; negative when none was given
   */
  static String restore(String magnitude, char verb, int digits) {
    int tail = exponentAt(magnitude, verb);
    String number = magnitude.substring(0, tail);
    var text = new StringBuilder(number);
    int missing = wanted(verb, digits) - significant(number);
    if (number.indexOf('.') < 0) {
      missing -= number.equals("0") ? 1 : 0;
      text.append('.');
    }
    return text.repeat('0', Math.max(missing, 0))
        .append(magnitude, tail, magnitude.length())
        .toString();
  }

  private static int wanted(char verb, int digits) {
    return switch (verb) {
      case 'g', 'G', 'x' -> digits < 0 ? DEFAULT_DIGITS : digits;
      default -> 0;
    };
  }

  private static int exponentAt(String number, char verb) {
    String marks = verb == 'x' || verb == 'X' ? "pP" : "eE";
    for (int i = 0; i < number.length(); i++) {
      if (marks.indexOf(number.charAt(i)) >= 0) {
        return i;
      }
    }
    return number.length();
  }

  private static int significant(String number) {
    int first = 0;
    while (first < number.length() && "0.".indexOf(number.charAt(first)) >= 0) {
      first++;
    }
    int digits = number.length() - first;
    return number.indexOf('.', first) >= 0 ? digits - 1 : digits;
  }
}
