package io.tocsin.triggers.syntax;

/** Reads the escape sequences of a quoted literal. */
final class Escapes {
  private final String text;
  private final int at;
  private int next;

  /**
   * @param text the literal with its quotes
   * @param at where it stands in the source
   */
  Escapes(String text, int at) {
    this.text = text.replace("\r\n", "\n").replace('\r', '\n');
    this.at = at;
    this.next = 1;
  }

  boolean hasNext() {
    return next < text.length() - 1;
  }

  /** The next character, or the negated first character of an escape sequence, less one. */
  int next() {
    int c = text.codePointAt(next);
    next += Character.charCount(c);
    if (c != '\\') {
      return c;
    }
    if (!hasNext()) {
      throw invalid();
    }
    return -1 - text.charAt(next++);
  }

  /** The character that a one-letter escape stands for, or -1 where it is none. */
  int simple(int letter) {
    return switch (letter) {
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 11;
      case '\\' -> '\\';
      default -> letter == text.charAt(0) ? letter : -1;
    };
  }

  int octal(int first) {
    int value = first - '0';
    for (int i = 0; i < 2; i++) {
      value = value * 8 + digit(8);
    }
    return value;
  }

  int hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = value * 16 + digit(16);
      if (value > Character.MAX_CODE_POINT) {
        throw invalid();
      }
    }
    return value;
  }

  int braced() {
    if (text.charAt(next) != '{') {
      return hex(4);
    }
    int close = text.indexOf('}', next);
    int digits = close - next - 1;
    if (digits < 1 || digits > 6) {
      throw invalid();
    }
    next++;
    int value = hex(digits);
    next++;
    return value;
  }

  private int digit(int base) {
    int value = hasNext() ? Character.digit(text.charAt(next++), base) : -1;
    if (value < 0) {
      throw invalid();
    }
    return value;
  }

  SyntaxException invalid() {
    return new SyntaxException("invalid escape sequence in " + text, at);
  }
}
