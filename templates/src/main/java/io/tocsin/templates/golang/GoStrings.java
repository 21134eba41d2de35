package io.tocsin.templates.golang;

import java.io.ByteArrayOutputStream;
import java.util.Objects;

/**
 * Go's strings are bytes, Java's are UTF-16. A byte that is no valid UTF-8 stands in a Java string
 * as a lone low surrogate, U+DC80 to U+DCFF for 0x80 to 0xFF, so that cutting a string in the
 * middle of a character loses nothing. {@link #printable} makes such a string fit for the world.
 */
public final class GoStrings {
  private static final int ESCAPE = 0xDC00;
  private static final int REPLACEMENT = 0xFFFD;

  private GoStrings() {}

  /** The number of bytes, which is what Go's {@code len} counts. */
  public static int length(String string) {
    int bytes = 0;
    for (int i = 0; i < string.length(); ) {
      int rune = string.codePointAt(i);
      bytes += width(rune);
      i += Character.charCount(rune);
    }
    return bytes;
  }

  /** The bytes of a string. */
  public static byte[] bytes(String string) {
    var bytes = new ByteArrayOutputStream(string.length());
    for (int i = 0; i < string.length(); ) {
      int rune = string.codePointAt(i);
      encode(rune, bytes);
      i += Character.charCount(rune);
    }
    return bytes.toByteArray();
  }

  /** The string that these bytes are. */
  public static String of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** The string that the bytes from {@code from} up to, not including, {@code to} are. */
  public static String of(byte[] bytes, int from, int to) {
    var string = new StringBuilder(to - from);
    for (int i = from; i < to; ) {
      int rune = Utf8.decode(bytes, i, to);
      string.appendCodePoint(rune < 0 ? ESCAPE + (bytes[i] & 0xFF) : rune);
      i += rune < 0 ? 1 : Utf8.length(rune);
    }
    return string.toString();
  }

  /**
   * Go's {@code string[from:to]}, in bytes.
   *
   * @throws IndexOutOfBoundsException when the range does not lie within the string
   */
  public static String slice(String string, int from, int to) {
    byte[] bytes = bytes(string);
    Objects.checkFromToIndex(from, to, bytes.length);
    return of(bytes, from, to);
  }

  /** Orders strings as Go does, by their bytes. */
  public static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      if (left.charAt(i) != right.charAt(i)) {
        return rank(left.charAt(i)) - rank(right.charAt(i));
      }
    }
    return left.length() - right.length();
  }

  /** Whether this code point of a Java string stands for a byte that is no valid UTF-8. */
  public static boolean isByte(int rune) {
    return rune >= ESCAPE + 0x80 && rune <= ESCAPE + 0xFF;
  }

  /** The byte that a code point for which {@link #isByte} holds stands for, 128 to 255. */
  public static int byteOf(int rune) {
    return rune - ESCAPE;
  }

  /** Whether Go takes the code point for visible: no control, format or unassigned character. */
  public static boolean isPrintable(int rune) {
    return GoQuote.isPrintable(rune);
  }

  /** The string with each byte that is no valid UTF-8 as U+FFFD. */
  public static String printable(String string) {
    int first = firstSurrogate(string);
    if (first < 0) {
      return string;
    }
    String joined = of(bytes(string));
    var clean = new StringBuilder(joined.length());
    joined
        .codePoints()
        .map(rune -> isSurrogate(rune) ? REPLACEMENT : rune)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static int firstSurrogate(String string) {
    for (int i = 0; i < string.length(); i++) {
      if (Character.isSurrogate(string.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSurrogate(int rune) {
    return rune >= Character.MIN_SURROGATE && rune <= Character.MAX_SURROGATE;
  }

  private static int width(int rune) {
    return isByte(rune) ? 1 : Utf8.length(rune);
  }

  private static void encode(int rune, ByteArrayOutputStream bytes) {
    if (isByte(rune)) {
      bytes.write(byteOf(rune));
    } else {
      Utf8.encode(isSurrogate(rune) ? REPLACEMENT : rune, bytes);
    }
  }

  /** Puts surrogates, which stand for what lies beyond U+FFFF, after all other characters. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
