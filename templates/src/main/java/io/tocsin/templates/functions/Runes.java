package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoStrings;
import java.util.function.IntUnaryOperator;

/** Code points as Go's package unicode sees them. */
final class Runes {
  private static final int REPLACEMENT = 0xFFFD;

  private Runes() {}

  /** White space by Unicode, which is neither of Java's two ideas of it. */
  static boolean isSpace(int rune) {
    return switch (rune) {
      case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029 -> true;
      case 0x202F, 0x205F, 0x3000 -> true;
      default -> rune >= 0x2000 && rune <= 0x200A;
    };
  }

  static boolean isPunctuation(int rune) {
    return switch (Character.getType(rune)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  static boolean isNumber(int rune) {
    return switch (Character.getType(rune)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /** General category Lu, as Go's IsUpper; Java's counts other characters too. */
  static boolean isUpper(int rune) {
    return Character.getType(rune) == Character.UPPERCASE_LETTER;
  }

  static boolean isLower(int rune) {
    return Character.getType(rune) == Character.LOWERCASE_LETTER;
  }

  static boolean isTitle(int rune) {
    return Character.getType(rune) == Character.TITLECASE_LETTER;
  }

  /** The code points; a byte that is no UTF-8 is U+FFFD, as in Go's {@code []rune(text)}. */
  static int[] of(String text) {
    return text.codePoints().map(Runes::valid).toArray();
  }

  static String text(int[] runes) {
    return new String(runes, 0, runes.length);
  }

  /** Each code point replaced by one other. */
  static String map(String text, IntUnaryOperator mapping) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(Runes::valid).map(mapping).forEach(out::appendCodePoint);
    return out.toString();
  }

  static String upper(String text) {
    return map(text, Character::toUpperCase);
  }

  static String lower(String text) {
    return map(text, Character::toLowerCase);
  }

  private static int valid(int rune) {
    return GoStrings.isByte(rune) ? REPLACEMENT : rune;
  }
}
