package io.tocsin.templates.parse;

/** Why a text is no template. The message names the template, line and column. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  SyntaxException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** Where in the text, in UTF-16 indices. */
  public int offset() {
    return offset;
  }
}
