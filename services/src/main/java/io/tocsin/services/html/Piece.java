package io.tocsin.services.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A part of a template's text. */
public sealed interface Piece {
  /** Goes out as it is. */
  record Literal(String text) implements Piece {}

  /**
   * Between braces.
   *
   * @param open the braces with what trims the text before
   * @param close the braces with what trims the text after
   */
  record Action(String open, String body, String close) implements Piece {
    /** The first word: a keyword, or what a pipeline begins with. */
    public String word() {
      return body.strip().split("[\\s(]", 2)[0];
    }

    /** Whether it prints nothing, ever. */
    public boolean silent() {
      String text = body.strip();
      return text.startsWith("/*")
          || text.matches("(?s)\\$\\w*(\\s*,\\s*\\$\\w*)?\\s*:?=.*")
          || Set.of("break", "continue").contains(word());
    }

    @Override
    public String toString() {
      return open + body + close;
    }
  }

  /** Cuts a template into its pieces; a brace in a string of an action does not end it. */
  static List<Piece> of(String source) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", at)) {
      pieces.add(new Literal(source.substring(at, open)));
      int end = end(source, open + 2);
      String inner = source.substring(open + 2, end);
      boolean before = inner.startsWith("- ");
      String rest = inner.substring(before ? 2 : 0);
      boolean after = rest.endsWith(" -");
      String body = rest.substring(0, rest.length() - (after ? 2 : 0));
      pieces.add(new Action(before ? "{{- " : "{{", body, after ? " -}}" : "}}"));
      at = Math.min(end + 2, source.length());
    }
    pieces.add(new Literal(source.substring(at)));
    return pieces;
  }

  private static int end(String source, int from) {
    char quote = 0;
    for (int i = from; i < source.length(); i++) {
      char letter = source.charAt(i);
      if (quote != 0) {
        if (letter == '\\' && quote != '`') {
          i++;
        } else if (letter == quote) {
          quote = 0;
        }
      } else if (letter == '"' || letter == '`' || letter == '\'') {
        quote = letter;
      } else if (source.startsWith("}}", i)) {
        return i;
      }
    }
    return source.length();
  }
}
