package io.tocsin.templates.parse;

/**
 * A piece of a template's text.
 *
 * @param position where it begins, in characters
 * @param text the piece itself; what is wrong when the type is {@link TokenType#ERROR}
 */
record Token(TokenType type, int position, String text) {
  private static final int SHOWN = 10;

  boolean is(TokenType wanted) {
    return type == wanted;
  }

  /** As error messages show it. */
  @Override
  public String toString() {
    if (type == TokenType.EOF) {
      return "EOF";
    }
    if (type == TokenType.ERROR) {
      return text;
    }
    if (type.isKeyword()) {
      return "<" + text + ">";
    }
    boolean isLong = text.length() > SHOWN;
    return Literals.quote(isLong ? text.substring(0, SHOWN) : text) + (isLong ? "..." : "");
  }
}
