package io.tocsin.notifier.lint.source;

import java.util.Arrays;

/**
 * Finds for each character of a YAML scalar's value where it is written, by reading both in
 * parallel. From where that fails, everything is said to stand at the scalar's beginning.
 */
final class ScalarAligner {
  private final String source;
  private final int start;
  private final String value;
  private final int[] offsets;
  private final char style;
  private int at;
  private int done;

  /**
   * @param start where the scalar begins: its first quote or character, or the {@code |}
   */
  ScalarAligner(String source, int start, String value) {
    this.source = source;
    this.start = start;
    this.value = value;
    this.offsets = new int[value.length() + 1];
    this.at = afterProperties(start);
    this.style = at < source.length() ? source.charAt(at) : ' ';
  }

  /** Where the scalar itself begins, after its tag and anchor. */
  private int afterProperties(int from) {
    int next = from;
    while (next < source.length() && (source.charAt(next) == '!' || source.charAt(next) == '&')) {
      while (next < source.length() && !Character.isWhitespace(source.charAt(next))) {
        next++;
      }
      next += blanks(next);
    }
    return next;
  }

  int[] offsets() {
    switch (style) {
      case '|' -> literal();
      case '>' -> block();
      case '"', '\'' -> {
        at++;
        flow();
      }
      default -> flow();
    }
    int last = done == value.length() ? Math.min(at, source.length()) : start;
    Arrays.fill(offsets, done, offsets.length, last);
    return offsets;
  }

  private void literal() {
    toContent();
    int indent = indent();
    while (done < value.length() && at <= source.length()) {
      skipIndent(indent);
      while (done < value.length() && value.charAt(done) != '\n' && same()) {
        take(1);
      }
      if (!lineEnds()) {
        return;
      }
      nextLine();
    }
  }

  private boolean lineEnds() {
    return done < value.length() && value.charAt(done) == '\n' && at < source.length();
  }

  /** Takes the value's line break for the source's. */
  private void nextLine() {
    if (source.charAt(at) == '\r') {
      at++;
    }
    take(1);
  }

  /** A folded block. */
  private void block() {
    toContent();
    int indent = indent();
    skipIndent(indent);
    while (done < value.length() && at < source.length()) {
      if (isBreak()) {
        int lineBreak = at;
        while (at < source.length() && isBreak()) {
          at++;
          skipIndent(indent);
        }
        takeFolded(lineBreak);
      } else if (same()) {
        take(1);
      } else {
        return;
      }
    }
  }

  /** A quoted or a plain scalar. */
  private void flow() {
    while (done < value.length() && at < source.length()) {
      if (style == '"' && source.charAt(at) == '\\') {
        escape();
      } else if (folds()) {
        fold();
      } else if (same()) {
        take(style == '\'' && source.charAt(at) == '\'' ? 2 : 1);
      } else {
        return;
      }
    }
  }

  /** What a backslash makes; before a line break, nothing. */
  private void escape() {
    char kind = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
    switch (kind) {
      case '\n' -> at += 2 + blanks(at + 2);
      case 'x' -> take(4);
      case 'u' -> take(6);
      case 'U' -> {
        if (Character.isHighSurrogate(value.charAt(done))) {
          take(0);
        }
        take(10);
      }
      default -> take(2);
    }
  }

  private boolean folds() {
    int end = at + blanks(at);
    return end < source.length() && (source.charAt(end) == '\n' || source.charAt(end) == '\r');
  }

  private void fold() {
    int lineBreak = at;
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    takeFolded(lineBreak);
  }

  /** The space or the line breaks that line breaks of the source became. */
  private void takeFolded(int lineBreak) {
    if (done < value.length() && value.charAt(done) == ' ') {
      offsets[done++] = lineBreak;
    } else {
      while (done < value.length() && value.charAt(done) == '\n') {
        offsets[done++] = lineBreak;
      }
    }
  }

  private void toContent() {
    int end = source.indexOf('\n', start);
    at = end < 0 ? source.length() : end + 1;
  }

  /** The indentation of the content: that of its first line less what the value keeps of it. */
  private int indent() {
    int line = at;
    for (String kept : value.split("\n", -1)) {
      int blanks = blanks(line);
      if (!kept.isBlank()) {
        return blanks - (kept.length() - kept.stripLeading().length());
      }
      int end = source.indexOf('\n', line);
      if (end < 0) {
        return 0;
      }
      line = end + 1;
    }
    return 0;
  }

  private void skipIndent(int indent) {
    at += Math.min(indent, blanks(at));
  }

  private int blanks(int from) {
    int end = from;
    while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
      end++;
    }
    return end - from;
  }

  private boolean isBreak() {
    return source.charAt(at) == '\n' || source.charAt(at) == '\r';
  }

  private boolean same() {
    return at < source.length() && source.charAt(at) == value.charAt(done);
  }

  private void take(int length) {
    offsets[done++] = at;
    at += length;
  }
}
