package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.io.ByteArrayOutputStream;

/** Standard Base32 with padding, as Go's encoding/base32 has it. */
final class Base32Text {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int DIGITS = 8;

  private Base32Text() {}

  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder((bytes.length + 4) / 5 * DIGITS);
    for (int from = 0; from < bytes.length; from += 5) {
      int count = Math.min(5, bytes.length - from);
      long bits = 0;
      for (int i = 0; i < 5; i++) {
        bits = bits << 8 | (i < count ? bytes[from + i] & 0xFF : 0);
      }
      int digits = (count * 8 + 4) / 5;
      for (int i = 0; i < DIGITS; i++) {
        out.append(i < digits ? ALPHABET.charAt((int) (bits >> (35 - 5 * i)) & 31) : '=');
      }
    }
    return out.toString();
  }

  /**
   * @throws GoException naming the first wrong byte, line breaks not counted
   */
  static byte[] decode(byte[] text) {
    byte[] digits = withoutLineBreaks(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream(digits.length * 5 / DIGITS);
    boolean end = false;
    for (int from = 0; from < digits.length && !end; from += DIGITS) {
      long bits = 0;
      int count = 0;
      while (count < DIGITS) {
        int at = from + count;
        if (at == digits.length) {
          throw corrupt(at - count);
        }
        int left = digits.length - at - 1;
        if (digits[at] == '=' && count >= 2 && left < DIGITS) {
          checkPadding(digits, at, count);
          end = true;
          break;
        }
        int value = ALPHABET.indexOf(digits[at]);
        if (value < 0) {
          throw corrupt(at);
        }
        bits = bits << 5 | value;
        count++;
      }
      bits <<= 5 * (DIGITS - count);
      for (int i = 0; i < count * 5 / 8; i++) {
        out.write((int) (bits >> (32 - 8 * i)));
      }
    }
    return out.toByteArray();
  }

  private static void checkPadding(byte[] digits, int at, int count) {
    int left = digits.length - at - 1;
    if (left + count < DIGITS - 1) {
      throw corrupt(digits.length);
    }
    for (int k = 0; k < DIGITS - 1 - count; k++) {
      if (left > k && digits[at + 1 + k] != '=') {
        throw corrupt(at + k);
      }
    }
    if (count == 3 || count == 6) {
      throw corrupt(at);
    }
  }

  private static byte[] withoutLineBreaks(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    for (byte b : text) {
      if (b != '\n' && b != '\r') {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  private static GoException corrupt(int index) {
    return new GoException("illegal base32 data at input byte " + index);
  }
}
