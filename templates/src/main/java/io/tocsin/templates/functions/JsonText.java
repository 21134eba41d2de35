package io.tocsin.templates.functions;

/** The text that a valid JSON string stands for. */
final class JsonText {
  private JsonText() {}

  /** A lone surrogate, or a byte that is no UTF-8, becomes U+FFFD, as in Go. */
  static String read(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      c = raw.charAt(++i);
      switch (c) {
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
          i += 4;
        }
        default -> out.append(c);
      }
    }
    return whole(out);
  }

  private static String whole(StringBuilder text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text.toString();
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(rune -> Character.getType(rune) == Character.SURROGATE ? 0xFFFD : rune)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
