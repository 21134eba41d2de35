package io.tocsin.triggers.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The value of a byte literal such as {@code b"\xff"}, carried as a string of characters below 256.
 */
final class BytesLiteral {
  private BytesLiteral() {}

  /**
   * @param literal with its quotes, without the {@code b}
   * @param at where it stands, for errors
   */
  static String of(String literal, int at) {
    Escapes escapes = new Escapes(literal, at);
    ByteArrayOutputStream value = new ByteArrayOutputStream(literal.length());
    while (escapes.hasNext()) {
      int c = escapes.next();
      if (c >= 0) {
        value.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      } else {
        value.write(escaped(escapes, -1 - c));
      }
    }
    return value.toString(StandardCharsets.ISO_8859_1);
  }

  private static int escaped(Escapes escapes, int letter) {
    int simple = escapes.simple(letter);
    if (simple >= 0) {
      return simple;
    }
    return switch (letter) {
      case 'x' -> escapes.hex(2);
      case '0', '1', '2', '3' -> escapes.octal(letter);
      default -> throw escapes.invalid();
    };
  }
}
