package io.tocsin.triggers;

import io.tocsin.triggers.builtin.JsonWriter;
import java.util.Optional;
import java.util.OptionalInt;

/** Why an expression did not compile or evaluate. The message names line and column. */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NOWHERE = -1;

  /** When the expression failed. */
  public enum Phase {
    COMPILE,
    RUN
  }

  private final Phase phase;
  private final int offset;
  private final String reason;
  private final String field;

  public ExpressionException(Phase phase, String message) {
    this(phase, message, NOWHERE, message);
  }

  /**
   * @param offset where in the expression, in UTF-16 indices
   * @param reason the message without line and column
   */
  public ExpressionException(Phase phase, String message, int offset, String reason) {
    this(phase, message, offset, reason, "");
  }

  private ExpressionException(
      Phase phase, String message, int offset, String reason, String field) {
    super(message);
    this.reason = reason;
    this.phase = phase;
    this.offset = offset;
    this.field = field;
  }

  /** One line of JSON with the keys {@code error} and {@code phase}. */
  public String toJson() {
    return "{\"error\":%s,\"phase\":\"%s\"}"
        .formatted(JsonWriter.compact(getMessage()), phase == Phase.COMPILE ? "compile" : "run");
  }

  public Phase phase() {
    return phase;
  }

  /** Where in the expression, in UTF-16 indices, where that is known. */
  public OptionalInt offset() {
    return offset < 0 ? OptionalInt.empty() : OptionalInt.of(offset);
  }

  /** The message without trigger, line and column, where those are known by themselves. */
  public String reason() {
    return reason;
  }

  /** Which part of a trigger's definition, such as {@code [0].when}, where it is one of them. */
  public Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  /** The same about that part of a trigger's definition. */
  ExpressionException in(String path) {
    return new ExpressionException(phase, getMessage(), offset, reason, path);
  }

  ExpressionException saying(String message) {
    return new ExpressionException(phase, message, offset, reason, field);
  }
}
