package io.tocsin.templates.golang;

/** Go's quoted strings and characters, written. Rules: the Go specification and strconv. */
final class GoQuote {
  private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b";
  private static final String LETTERS = "abfnrtv";
  private static final int REPLACEMENT = 0xFFFD;

  private GoQuote() {}

  static String string(String text, boolean ascii) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(rune -> append(quoted, rune, '"', ascii));
    return quoted.append('"').toString();
  }

  static String rune(int rune, boolean ascii) {
    var quoted = new StringBuilder(4).append('\'');
    append(quoted, isValid(rune) ? rune : REPLACEMENT, '\'', ascii);
    return quoted.append('\'').toString();
  }

  /** Whether the text can stand between backquotes as it is. */
  static boolean canBackquote(String text) {
    return text.codePoints().allMatch(GoQuote::isRaw);
  }

  private static boolean isRaw(int rune) {
    boolean isControl = (rune < ' ' && rune != '\t') || rune == 0x7F;
    return !isControl && rune != '`' && rune != 0xFEFF && isValid(rune);
  }

  static boolean isPrintable(int rune) {
    return switch (Character.getType(rune)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> rune == ' ';
      default -> true;
    };
  }

  private static boolean isValid(int rune) {
    return Character.isValidCodePoint(rune)
        && (rune < Character.MIN_SURROGATE || rune > Character.MAX_SURROGATE);
  }

  private static void append(StringBuilder quoted, int rune, char quote, boolean ascii) {
    if (GoStrings.isByte(rune)) {
      quoted.append(String.format("\\x%02x", GoStrings.byteOf(rune)));
    } else if (rune == quote || rune == '\\') {
      quoted.append('\\').append((char) rune);
    } else if (isPrintable(rune) && (rune < 0x80 || !ascii)) {
      quoted.appendCodePoint(rune);
    } else if (rune < 0x80 && ESCAPED.indexOf(rune) >= 0) {
      quoted.append('\\').append(LETTERS.charAt(ESCAPED.indexOf(rune)));
    } else if (rune < ' ' || rune == 0x7F) {
      quoted.append(String.format("\\x%02x", rune));
    } else {
      int valid = isValid(rune) ? rune : REPLACEMENT;
      quoted.append(String.format(valid < 0x10000 ? "\\u%04x" : "\\U%08x", valid));
    }
  }
}
