package io.tocsin.controller.helm.yaml;

/** Writes texts, broken at a space behind a column where that changes nothing. For one thread. */
final class TextWriter {
  private static final int HINT = 2;

  private final StringBuilder out;
  private final int width;

  TextWriter(StringBuilder out, int width) {
    this.out = out;
    this.width = width;
  }

  /**
   * @param indent of the lines after the first
   * @param key whether it must stay in one line
   */
  void write(String text, int indent, boolean key) {
    switch (TextStyle.of(text, key)) {
      case PLAIN -> plain(text, indent, !key);
      case SINGLE_QUOTED -> {
        out.append('\'');
        plain(text.replace("'", "''"), indent, !key);
        out.append('\'');
      }
      case DOUBLE_QUOTED -> doubleQuoted(text, indent, !key);
      case LITERAL -> literal(text, indent);
    }
  }

  private int column() {
    return out.codePointCount(out.lastIndexOf("\n") + 1, out.length());
  }

  private void plain(String text, int indent, boolean mayBreak) {
    if (!mayBreak || column() + text.length() <= width) {
      out.append(text);
      return;
    }
    int column = column();
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean breaks =
          c == ' ' && !afterSpace && column > width && i > 0 && isOtherThanSpace(text, i + 1);
      if (breaks) {
        newLine(indent);
        column = indent;
      } else {
        out.append(c);
        column += Character.isLowSurrogate(c) ? 0 : 1;
      }
      afterSpace = c == ' ';
    }
  }

  private static boolean isOtherThanSpace(String text, int index) {
    return index < text.length() && text.charAt(index) != ' ';
  }

  private void newLine(int indent) {
    out.append('\n').repeat(' ', indent);
  }

  private void doubleQuoted(String text, int indent, boolean mayBreak) {
    out.append('"');
    int column = column();
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      int before = out.length();
      boolean inside = i > 0 && i < text.length() - 1;
      if (c == ' ' && mayBreak && !afterSpace && column > width && inside) {
        newLine(indent);
        out.append(text.charAt(i + 1) == ' ' ? "\\" : "");
        column = indent;
      } else {
        String escape = Runes.escape(c);
        if (escape == null) {
          out.appendCodePoint(c);
        } else {
          out.append(escape);
        }
        column += out.codePointCount(before, out.length());
      }
      afterSpace = c == ' ';
    }
    out.append('"');
  }

  private void literal(String text, int indent) {
    out.append('|');
    if (text.startsWith(" ") || text.startsWith("\n")) {
      out.append(HINT);
    }
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.length() == 1 || text.endsWith("\n\n")) {
      out.append('+');
    }
    out.append('\n');
    String[] lines = text.split("\n", -1);
    int count = text.endsWith("\n") ? lines.length - 1 : lines.length;
    for (int i = 0; i < count; i++) {
      out.repeat(' ', lines[i].isEmpty() ? 0 : indent).append(lines[i]).append('\n');
    }
  }
}
