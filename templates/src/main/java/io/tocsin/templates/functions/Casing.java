package io.tocsin.templates.functions;

/** Letter cases of whole texts, as the libraries goutils and xstrings change them. */
final class Casing {
  private Casing() {}

  /** The first letter of each word in lower case. */
  static String uncapitalized(String text) {
    int[] runes = Runes.of(text);
    boolean first = true;
    for (int i = 0; i < runes.length; i++) {
      if (Runes.isSpace(runes[i])) {
        first = true;
      } else if (first) {
        runes[i] = Character.toLowerCase(runes[i]);
        first = false;
      }
    }
    return Runes.text(runes);
  }

  /** Upper to lower case and lower to upper case; title case at the start of a word. */
  static String swapped(String text) {
    int[] runes = Runes.of(text);
    boolean first = true;
    for (int i = 0; i < runes.length; i++) {
      int rune = runes[i];
      if (Runes.isUpper(rune) || Runes.isTitle(rune)) {
        runes[i] = Character.toLowerCase(rune);
        first = false;
      } else if (Runes.isLower(rune)) {
        runes[i] = first ? Character.toTitleCase(rune) : Character.toUpperCase(rune);
        first = false;
      } else {
        first = Runes.isSpace(rune);
      }
    }
    return Runes.text(runes);
  }

  static boolean isConnector(int rune) {
    return rune == '-' || rune == '_' || Runes.isSpace(rune);
  }

  /** Words joined with a capital each: {@code http_server} is {@code HttpServer}. */
  static String pascal(String text) {
    int[] runes = Runes.of(text);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < runes.length && isConnector(runes[at])) {
      out.appendCodePoint(runes[at++]);
    }
    if (at == runes.length) {
      // Sprig's library writes the last one of a text of connectors twice.
      return at == 0 ? "" : out.appendCodePoint(runes[at - 1]).toString();
    }
    // Within a word that begins with a capital, the capitals right after it become small.
    boolean lowering = Runes.isUpper(runes[at]);
    int held = Character.toUpperCase(runes[at++]);
    for (; at < runes.length; at++) {
      int before = held;
      held = runes[at];
      if (isConnector(held) && isConnector(before)) {
        out.appendCodePoint(before);
      } else if (isConnector(before)) {
        lowering = Runes.isUpper(held);
        held = Character.toUpperCase(held);
      } else {
        if (lowering && Runes.isUpper(held)) {
          held = Character.toLowerCase(held);
        } else {
          lowering = false;
        }
        out.appendCodePoint(before);
      }
    }
    return out.appendCodePoint(held).toString();
  }
}
