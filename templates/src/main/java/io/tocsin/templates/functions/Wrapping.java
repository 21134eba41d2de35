package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoStrings;
import java.io.ByteArrayOutputStream;

/** Breaks a text into lines at spaces, counting bytes, as the library goutils does. */
final class Wrapping {
  private Wrapping() {}

  /**
   * @param newline what separates the lines; a newline when empty
   * @param breakWords whether words longer than a line are broken too
   */
  static String wrap(String text, long width, String newline, boolean breakWords) {
    byte[] bytes = GoStrings.bytes(text);
    byte[] separator = GoStrings.bytes(newline.isEmpty() ? "\n" : newline);
    int length = Math.clamp(width, 1, Integer.MAX_VALUE);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 16);
    int at = 0;
    while (bytes.length - at > length) {
      if (bytes[at] == ' ') {
        at++;
        continue;
      }
      int space = lastSpace(bytes, at, at + length);
      int end = space >= 0 ? space : breakWords ? at + length : nextSpace(bytes, at + length);
      out.write(bytes, at, end - at);
      if (end == bytes.length) {
        return GoStrings.of(out.toByteArray());
      }
      out.writeBytes(separator);
      Limits.text(out.size());
      at = space < 0 && breakWords ? end : end + 1;
    }
    out.write(bytes, at, bytes.length - at);
    return GoStrings.of(out.toByteArray());
  }

  private static int lastSpace(byte[] bytes, int from, int to) {
    for (int i = to; i >= from; i--) {
      if (bytes[i] == ' ') {
        return i;
      }
    }
    return -1;
  }

  private static int nextSpace(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != ' ') {
      at++;
    }
    return at;
  }
}
