package io.tocsin.triggers.syntax;

/** An expression that does not compile, with where. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int at;

  public SyntaxException(String message, int at) {
    super(message, null, false, false);
    this.at = at;
  }

  public SyntaxException(String message, Span span) {
    this(message, span.at());
  }

  /** Where in the source, in UTF-16 indices. */
  public int at() {
    return at;
  }

  /** The message with the line and column in that source. */
  public String in(String source) {
    return getMessage() + " " + Span.position(source, at);
  }
}
