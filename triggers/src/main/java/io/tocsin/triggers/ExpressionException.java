package io.tocsin.triggers;

import io.tocsin.triggers.builtin.JsonWriter;

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

  /** One line of JSON with the keys {@code error} and {@code phase}. */
  public String toJson() {
    return "{\"error\":%s,\"phase\":\"%s\"}"
        .formatted(JsonWriter.compact(getMessage()), phase == Phase.COMPILE ? "compile" : "run");
  }

  public Phase phase() {
    return phase;
  }
}
