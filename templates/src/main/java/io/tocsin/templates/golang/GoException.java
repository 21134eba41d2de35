package io.tocsin.templates.golang;

/** An error that a Go function would return, or a panic that its caller would recover from. */
public final class GoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GoException(String message) {
    super(message, null, false, false);
  }
}
