package io.tocsin.controller.helm.yaml;

import io.tocsin.controller.helm.yaml.Scalars.Kind;
import java.util.regex.Pattern;

/**
 * How a text is written in block context. Rules: libyaml's emitter, as go-yaml version 2 has it.
 */
enum TextStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL;

  private static final Pattern BASE_60 =
      Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");
  private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

  /**
   * @param key whether it is a key, which takes one line
   */
  static TextStyle of(String text, boolean key) {
    if (text.isEmpty()) {
      return DOUBLE_QUOTED;
    }
    Shape shape = Shape.of(text.codePoints().toArray());
    if (text.indexOf('\n') >= 0) {
      boolean block = !shape.trailingSpace && !shape.spaceBreak && !shape.special && !key;
      return block ? LITERAL : DOUBLE_QUOTED;
    }
    if (Scalars.resolve(text).kind() != Kind.TEXT || BASE_60.matcher(text).matches()) {
      return DOUBLE_QUOTED;
    }
    if (shape.breakSpace || shape.spaceBreak || shape.special || (key && shape.breaks)) {
      return DOUBLE_QUOTED;
    }
    boolean plain =
        !shape.indicators && !shape.breaks && !shape.surrounded && !isDocumentMark(text);
    return plain ? PLAIN : SINGLE_QUOTED;
  }

  private static boolean isDocumentMark(String text) {
    return text.startsWith("---") || text.startsWith("...");
  }

  /** What the emitter wants to know of a text. */
  private static final class Shape {
    private boolean indicators;
    private boolean special;
    private boolean breaks;
    private boolean surrounded;
    private boolean trailingSpace;
    private boolean breakSpace;
    private boolean spaceBreak;

    static Shape of(int[] text) {
      Shape shape = new Shape();
      for (int i = 0; i < text.length; i++) {
        shape.look(text, i);
      }
      return shape;
    }

    private void look(int[] text, int i) {
      int c = text[i];
      boolean last = i == text.length - 1;
      indicators |= isIndicator(text, i, last || isBlank(text[i + 1]));
      special |= !Runes.isPrintable(c);
      boolean space = c == ' ';
      boolean lineBreak = Runes.isBreak(c);
      if (space || lineBreak) {
        surrounded |= i == 0 || last;
        trailingSpace |= space && last;
        breaks |= lineBreak;
        breakSpace |= space && i > 0 && Runes.isBreak(text[i - 1]);
        spaceBreak |= lineBreak && i > 0 && text[i - 1] == ' ';
      }
    }

    private static boolean isIndicator(int[] text, int i, boolean spaceFollows) {
      int c = text[i];
      if (i == 0) {
        return INDICATORS.indexOf(c) >= 0 || ("?:-".indexOf(c) >= 0 && spaceFollows);
      }
      return (c == ':' && spaceFollows)
          || (c == '#' && (isBlank(text[i - 1]) || Runes.isBreak(text[i - 1])));
    }

    private static boolean isBlank(int c) {
      return c == ' ' || c == '\t';
    }
  }
}
