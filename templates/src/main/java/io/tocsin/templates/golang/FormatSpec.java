package io.tocsin.templates.golang;

/** The flags, width and precision of one directive; for one thread, while it prints. */
final class FormatSpec {
  static final int ABSENT = -1;

  boolean minus;
  boolean plus;
  boolean sharp;
  boolean space;
  boolean zero;

  /** The flag {@code +} of a {@code %+v}, which names a struct's fields. */
  boolean plusV;

  /** The flag {@code #} of a {@code %#v}, which asks for Go's syntax. */
  boolean sharpV;

  int width = ABSENT;
  int precision = ABSENT;

  /** Takes a flag; false when the character is none. */
  boolean take(char flag) {
    switch (flag) {
      case '#' -> sharp = true;
      case '0' -> zero = true;
      case '+' -> plus = true;
      case '-' -> minus = true;
      case ' ' -> space = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Gives {@code +} and {@code #} the meaning that they have for {@code %v}. */
  void useGoSyntax() {
    sharpV = sharp;
    sharp = false;
    plusV = plus;
    plus = false;
  }

  boolean padsWithZeros() {
    return zero && !minus;
  }
}
