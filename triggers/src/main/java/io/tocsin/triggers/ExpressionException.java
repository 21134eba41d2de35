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
  private final String field;

  public ExpressionException(Phase phase, String message) {
    this(phase, message, NOWHERE);
  }

  /**
   * @param offset where in the expression, in UTF-16 indices
   */
  public ExpressionException(Phase phase, String message, int offset) {
    this(phase, message, offset, "");
  }

  private ExpressionException(Phase phase, String message, int offset, String field) {
    super(message);
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

  /** Which part of a trigger's definition, such as {@code [0].when}, where it is one of them. */
  public Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  /** The same about that part of a trigger's definition. */
  ExpressionException in(String path) {
    return new ExpressionException(phase, getMessage(), offset, path);
  }

  ExpressionException saying(String message) {
    return new ExpressionException(phase, message, offset, field);
  }
}
