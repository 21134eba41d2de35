package io.tocsin.templates.parse;

/** The kinds of characters that the language tells apart. */
final class Characters {
  static final int EOF = -1;

  private Characters() {}

  static boolean isSpace(int rune) {
    return rune == ' ' || rune == '\t' || rune == '\r' || rune == '\n';
  }

  static boolean isAlphanumeric(int rune) {
    return rune == '_' || Character.isLetter(rune) || Character.isDigit(rune);
  }

  static boolean isDecimal(int rune) {
    return rune >= '0' && rune <= '9';
  }

  static String describe(int rune) {
    return rune == EOF ? "U+FFFFFFFFFFFFFFFF" : String.format("U+%04X '%c'", rune, rune);
  }
}
