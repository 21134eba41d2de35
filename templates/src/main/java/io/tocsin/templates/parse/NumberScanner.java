package io.tocsin.templates.parse;

/** Finds where a number ends. It takes some that are none; the parser notices. */
record NumberScanner(String input) {
  private static final String DECIMAL = "0123456789_";
  private static final String HEXADECIMAL = "0123456789abcdefABCDEF_";
  private static final String OCTAL = "01234567_";
  private static final String BINARY = "01_";

  /** The index after the number that begins at {@code start}, or -1 when letters run into it. */
  int end(int start) {
    int at = accept(start, "+-");
    String digits = DECIMAL;
    int zero = accept(at, "0");
    if (zero > at) {
      digits = digits(zero);
      at = digits.equals(DECIMAL) ? zero : zero + 1;
    }
    at = run(at, digits);
    int point = accept(at, ".");
    if (point > at) {
      at = run(point, digits);
    }
    at = exponent(at, digits);
    at = accept(at, "i");
    boolean runsOn = at < input.length() && Characters.isAlphanumeric(input.codePointAt(at));
    return runsOn ? -1 : at;
  }

  private String digits(int at) {
    return switch (at < input.length() ? input.charAt(at) : ' ') {
      case 'x', 'X' -> HEXADECIMAL;
      case 'o', 'O' -> OCTAL;
      case 'b', 'B' -> BINARY;
      default -> DECIMAL;
    };
  }

  private int exponent(int start, String digits) {
    String marks = digits.equals(DECIMAL) ? "eE" : digits.equals(HEXADECIMAL) ? "pP" : "";
    int at = accept(start, marks);
    return at > start ? run(accept(at, "+-"), DECIMAL) : start;
  }

  private int accept(int at, String characters) {
    boolean isThere = at < input.length() && characters.indexOf(input.charAt(at)) >= 0;
    return isThere ? at + 1 : at;
  }

  private int run(int start, String characters) {
    int at = start;
    while (at < input.length() && characters.indexOf(input.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
