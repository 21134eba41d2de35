package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import java.io.ByteArrayOutputStream;

/** Standard Base64 with padding, as Go decodes it: line breaks are skipped, errors have a place. */
final class Base64Text {
  private final byte[] text;
  private final ByteArrayOutputStream out;
  private int at;

  private Base64Text(byte[] text) {
    this.text = text;
    this.out = new ByteArrayOutputStream(text.length * 3 / 4 + 3);
  }

  /**
   * @throws GoException naming the first wrong byte
   */
  static byte[] decode(byte[] text) {
    Base64Text decoder = new Base64Text(text);
    while (decoder.at < text.length) {
      decoder.quantum();
    }
    return decoder.out.toByteArray();
  }

  private static GoException corrupt(int index) {
    return new GoException("illegal base64 data at input byte " + index);
  }

  private void quantum() {
    int bits = 0;
    int digits = 0;
    while (digits < 4) {
      skipLineBreaks();
      if (at == text.length) {
        if (digits == 0) {
          return;
        }
        throw corrupt(at - digits);
      }
      byte c = text[at++];
      int value = value(c);
      if (value < 0) {
        if (c != '=' || digits < 2) {
          throw corrupt(at - 1);
        }
        padding(digits);
        break;
      }
      bits = bits << 6 | value;
      digits++;
    }
    bits <<= 6 * (4 - digits);
    for (int i = 1; i < digits; i++) {
      out.write(bits >> (24 - 8 * i));
    }
  }

  private void padding(int digits) {
    if (digits == 2) {
      skipLineBreaks();
      if (at == text.length) {
        throw corrupt(at);
      }
      if (text[at] != '=') {
        throw corrupt(at - 1);
      }
      at++;
    }
    skipLineBreaks();
    if (at < text.length) {
      throw corrupt(at);
    }
  }

  private void skipLineBreaks() {
    while (at < text.length && (text[at] == '\n' || text[at] == '\r')) {
      at++;
    }
  }

  private static int value(byte c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }
}
