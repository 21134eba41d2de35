package io.tocsin.templates.parse;

import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoStrings;
import java.io.ByteArrayOutputStream;

/** What string and character literals say. Rules: the Go specification and strconv. */
final class Literals {
  private static final String INVALID = "invalid syntax";
  private static final String LETTERS = "abfnrtv\\";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\";

  private final String text;
  private final char quote;
  private int at = 1;

  private Literals(String text) {
    this.text = text;
    this.quote = text.charAt(0);
  }

  static String quote(String text) {
    return GoFormat.printf("%q", text);
  }

  /**
   * @param literal a string with its quotes or backquotes
   * @throws IllegalArgumentException when it is no literal, with Go's message
   */
  static String string(String literal) {
    if (literal.charAt(0) == '`') {
      return literal.substring(1, literal.length() - 1).replace("\r", "");
    }
    if (literal.indexOf('\\') < 0) {
      return literal.substring(1, literal.length() - 1);
    }
    var reader = new Literals(literal);
    var bytes = new ByteArrayOutputStream(literal.length());
    while (reader.at < literal.length() - 1) {
      bytes.writeBytes(reader.next());
    }
    return GoStrings.of(bytes.toByteArray());
  }

  /**
   * @param literal a character with its quotes
   * @throws IllegalArgumentException when it is no literal, with Go's message
   */
  static int character(String literal) {
    var reader = new Literals(literal);
    if (literal.length() <= 2) {
      throw new IllegalArgumentException(INVALID);
    }
    byte[] bytes = reader.next();
    if (reader.at != literal.length() - 1) {
      throw new IllegalArgumentException("malformed character constant: " + literal);
    }
    return bytes.length == 1 ? bytes[0] & 0xFF : GoStrings.of(bytes).codePointAt(0);
  }

  private byte[] next() {
    int rune = text.codePointAt(at);
    at += Character.charCount(rune);
    return rune == '\\' ? escape() : rune(rune);
  }

  private static byte[] rune(int rune) {
    return GoStrings.bytes(Character.toString(rune));
  }

  private byte[] escape() {
    char kind = text.charAt(at++);
    int letter = LETTERS.indexOf(kind);
    if (letter >= 0) {
      return rune(MEANINGS.charAt(letter));
    }
    return switch (kind) {
      case '\'', '"' -> rune(check(kind == quote, kind));
      case 'x' -> single(digits(2, 16));
      case 'u' -> valid(digits(4, 16));
      case 'U' -> valid(digits(8, 16));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        long octal = digits(3, 8);
        yield single(check(octal <= 0xFF, octal));
      }
      default -> throw new IllegalArgumentException(INVALID);
    };
  }

  private long digits(int count, int base) {
    check(at + count <= text.length() - 1, 0);
    long value = 0;
    for (int end = at + count; at < end; at++) {
      int digit = Character.digit(text.charAt(at), base);
      value = value * base + check(digit >= 0 && text.charAt(at) < 0x80, digit);
    }
    return value;
  }

  private static byte[] single(long value) {
    return new byte[] {(byte) value};
  }

  private static byte[] valid(long rune) {
    boolean isSurrogate = rune >= Character.MIN_SURROGATE && rune <= Character.MAX_SURROGATE;
    return rune((int) check(rune <= Character.MAX_CODE_POINT && !isSurrogate, rune));
  }

  private static int check(boolean holds, int value) {
    return (int) check(holds, (long) value);
  }

  private static long check(boolean holds, long value) {
    if (!holds) {
      throw new IllegalArgumentException(INVALID);
    }
    return value;
  }
}
