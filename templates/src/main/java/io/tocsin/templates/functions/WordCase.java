package io.tocsin.templates.functions;

import java.util.function.IntPredicate;

/**
 * Words in lower case with a connector between them, such as {@code http_server} for {@code
 * HTTPServer}. Rules, and oddities: the library xstrings 1.5.
 */
final class WordCase {
  private enum Kind {
    NONE,
    NUMBER,
    UPPER,
    LETTERS,
    CONNECTOR,
    PUNCTUATION,
    OTHER
  }

  private final int[] text;
  private final int connector;
  private final StringBuilder out;
  private int at;
  private Kind kind;
  private int start;
  private int end;

  private WordCase(String text, char connector) {
    this.text = Runes.of(text);
    this.connector = connector;
    this.out = new StringBuilder(text.length() + 8);
  }

  static String lower(String text, char connector) {
    WordCase words = new WordCase(text, connector);
    words.convert();
    return words.out.toString();
  }

  private boolean hasMore() {
    return at < text.length;
  }

  private void convert() {
    next();
    while (hasMore()) {
      if (kind != Kind.CONNECTOR) {
        write();
      }
      Kind before = kind;
      int beforeStart = start;
      int beforeEnd = end;
      next();
      switch (before) {
        case NUMBER -> {
          writeWhileLettersOrNumbers();
          connectUnless(kind == Kind.NONE);
        }
        case CONNECTOR -> write(before, beforeStart, beforeEnd);
        case PUNCTUATION -> {}
        default -> afterWord();
      }
    }
    write();
  }

  private void afterWord() {
    if (kind != Kind.NUMBER) {
      connectUnless(false);
      return;
    }
    if (!hasMore()) {
      return;
    }
    int numberStart = start;
    int numberEnd = end;
    next();
    if (kind != Kind.LETTERS) {
      // The number belongs to the word before it: Bld4Floor is bld4_floor.
      write(Kind.NUMBER, numberStart, numberEnd);
      connectUnless(false);
      return;
    }
    // Small letters after a number belong to it: HTTP2xx is http_2xx.
    out.appendCodePoint(connector);
    write(Kind.NUMBER, numberStart, numberEnd);
    writeWhileLettersOrNumbers();
    connectUnless(kind == Kind.NONE);
  }

  private void writeWhileLettersOrNumbers() {
    while (kind == Kind.LETTERS || kind == Kind.NUMBER) {
      write();
      next();
    }
  }

  private void connectUnless(boolean ended) {
    if (!ended && kind != Kind.CONNECTOR && kind != Kind.PUNCTUATION) {
      out.appendCodePoint(connector);
    }
  }

  private void write() {
    write(kind, start, end);
  }

  private void write(Kind what, int from, int to) {
    for (int i = from; i < to; i++) {
      int rune = text[i];
      if (what != Kind.UPPER && what != Kind.CONNECTOR) {
        out.appendCodePoint(rune);
      } else if (Casing.isConnector(rune)) {
        out.appendCodePoint(connector);
      } else {
        out.appendCodePoint(Runes.isUpper(rune) ? Character.toLowerCase(rune) : rune);
      }
    }
  }

  /** Moves on to the next word; to none at the end. */
  private void next() {
    start = at;
    if (!hasMore()) {
      kind = Kind.NONE;
      end = at;
      return;
    }
    int rune = text[at++];
    if (Casing.isConnector(rune)) {
      run(Kind.CONNECTOR, Casing::isConnector);
    } else if (Runes.isPunctuation(rune)) {
      run(Kind.PUNCTUATION, Runes::isPunctuation);
    } else if (Runes.isUpper(rune)) {
      capitals();
    } else if (isAlphabet(rune)) {
      run(Kind.LETTERS, WordCase::isSmall);
    } else if (Runes.isNumber(rune)) {
      run(Kind.NUMBER, Runes::isNumber);
    } else {
      run(Kind.OTHER, WordCase::isOther);
    }
    end = at;
  }

  private void run(Kind what, IntPredicate part) {
    kind = what;
    while (hasMore() && part.test(text[at])) {
      at++;
    }
  }

  private void capitals() {
    if (!hasMore() || !Runes.isUpper(text[at])) {
      run(Kind.UPPER, WordCase::isSmall);
      return;
    }
    run(Kind.UPPER, Runes::isUpper);
    // The last capital of HTTPServer begins the next word.
    if (hasMore() && isAlphabet(text[at])) {
      at--;
    }
  }

  private static boolean isSmall(int rune) {
    return isAlphabet(rune) && !Runes.isUpper(rune);
  }

  private static boolean isOther(int rune) {
    return !Casing.isConnector(rune)
        && !isAlphabet(rune)
        && !Runes.isNumber(rune)
        && !Runes.isPunctuation(rune);
  }

  /** Letters but for Chinese characters, which are words of their own. */
  private static boolean isAlphabet(int rune) {
    return Character.isLetter(rune) && !isHan(rune);
  }

  private static boolean isHan(int rune) {
    return (rune >= 0x4E00 && rune <= 0x9FCC)
        || (rune >= 0x3400 && rune <= 0x4D85)
        || (rune >= 0x20000 && rune <= 0x2B81D);
  }
}
