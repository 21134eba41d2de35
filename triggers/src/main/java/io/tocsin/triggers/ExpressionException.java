package io.tocsin.triggers;

/** Why an expression did not compile or evaluate. The message names line and column. */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** When the expression failed. */
  public enum Phase {
    COMPILE,
    RUN
  }

  private final Phase phase;

  public ExpressionException(Phase phase, String message) {
    super(message);
    this.phase = phase;
  }

  public Phase phase() {
    return phase;
  }
}
