package io.tocsin.templates.golang.time;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How Go's package time quotes a text in its errors. */
final class LayoutText {
  private LayoutText() {}

  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < ' ' || c >= 0x80) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append("\\x").append(HexFormat.of().toHexDigits(b));
        }
      } else {
        if (c == '"' || c == '\\') {
          out.append('\\');
        }
        out.append((char) c);
      }
    }
    return out.append('"').toString();
  }
}
