package io.tocsin.triggers.syntax;

/** The value of a quoted string. */
final class StringLiteral {
  private static final int REPLACEMENT = 0xfffd;

  private StringLiteral() {}

  /**
   * @param literal with its quotes
   * @param at where it stands, for errors
   */
  static String of(String literal, int at) {
    Escapes escapes = new Escapes(literal, at);
    StringBuilder value = new StringBuilder(literal.length());
    while (escapes.hasNext()) {
      int c = escapes.next();
      value.appendCodePoint(c >= 0 ? c : escaped(escapes, -1 - c));
    }
    return value.toString();
  }

  private static int escaped(Escapes escapes, int letter) {
    int simple = escapes.simple(letter);
    if (simple >= 0) {
      return simple;
    }
    int value =
        switch (letter) {
          case 'x' -> escapes.hex(2);
          case 'u' -> escapes.braced();
          case 'U' -> escapes.hex(8);
          case '0', '1', '2', '3' -> escapes.octal(letter);
          default -> throw escapes.invalid();
        };
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return surrogate ? REPLACEMENT : value;
  }
}
