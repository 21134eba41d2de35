package io.tocsin.templates.golang;

import java.io.ByteArrayOutputStream;

/** UTF-8 as Go decodes it: strict, one bad byte at a time. */
final class Utf8 {
  private Utf8() {}

  static int length(int rune) {
    if (rune < 0x80) {
      return 1;
    }
    if (rune < 0x800) {
      return 2;
    }
    return rune < 0x10000 ? 3 : 4;
  }

  /** The code point that begins at {@code at}, or -1 when the byte there begins none. */
  static int decode(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    if (first < 0xC2 || first > 0xF4) {
      return -1;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > end) {
      return -1;
    }
    int rune = first & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      int next = bytes[at + i] & 0xFF;
      if ((next & 0xC0) != 0x80) {
        return -1;
      }
      rune = (rune << 6) | (next & 0x3F);
    }
    return isCanonical(rune, length) ? rune : -1;
  }

  private static boolean isCanonical(int rune, int length) {
    return length(rune) == length
        && rune <= Character.MAX_CODE_POINT
        && (rune < Character.MIN_SURROGATE || rune > Character.MAX_SURROGATE);
  }

  static void encode(int rune, ByteArrayOutputStream bytes) {
    int length = length(rune);
    if (length == 1) {
      bytes.write(rune);
      return;
    }
    bytes.write((rune >> (6 * (length - 1))) | (0xF00 >> length));
    for (int i = length - 2; i >= 0; i--) {
      bytes.write(((rune >> (6 * i)) & 0x3F) | 0x80);
    }
  }
}
