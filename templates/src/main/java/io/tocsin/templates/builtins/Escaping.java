package io.tocsin.templates.builtins;

import io.tocsin.templates.golang.GoStrings;

/** {@code html}, {@code js} and {@code urlquery}. */
final class Escaping {
  private static final int ASCII_END = 0x80;

  private Escaping() {}

  static String html(String text) {
    var escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\0' -> escaped.append('\uFFFD');
        case '"' -> escaped.append("&#34;");
        case '\'' -> escaped.append("&#39;");
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  static String javaScript(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints().forEach(rune -> javaScript(rune, escaped));
    return escaped.toString();
  }

  private static void javaScript(int rune, StringBuilder escaped) {
    switch (rune) {
      case '\\' -> escaped.append("\\\\");
      case '\'' -> escaped.append("\\'");
      case '"' -> escaped.append("\\\"");
      case '<', '>', '&', '=' -> escaped.append(String.format("\\u%04X", rune));
      default -> {
        boolean isPlain =
            rune < ASCII_END ? rune >= ' ' : GoStrings.isByte(rune) || GoStrings.isPrintable(rune);
        if (isPlain) {
          escaped.appendCodePoint(rune);
        } else {
          escaped.append(String.format("\\u%04X", rune));
        }
      }
    }
  }

  static String urlQuery(String text) {
    var escaped = new StringBuilder(text.length());
    for (byte octet : GoStrings.bytes(text)) {
      int c = octet & 0xFF;
      boolean isPlain = c < ASCII_END && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0);
      if (isPlain) {
        escaped.append((char) c);
      } else if (c == ' ') {
        escaped.append('+');
      } else {
        escaped.append(String.format("%%%02X", c));
      }
    }
    return escaped.toString();
  }
}
