package io.tocsin.templates.parse;

/** Why a text is no template. The message names the template, line and column. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String reason;

  SyntaxException(String message, int offset, String reason) {
    super(message);
    this.offset = offset;
    this.reason = reason;
  }

  /** Where in the text, in UTF-16 indices. */
  public int offset() {
    return offset;
  }

  /** The message without template, line and column. */
  public String reason() {
    return reason;
  }
}
