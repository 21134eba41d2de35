package io.tocsin.triggers.run;

import io.tocsin.triggers.syntax.Span;
import java.util.Optional;

/** Why an evaluation stopped, and where once that is known. It carries no stack trace. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span span;
  private final int line;

  public Failure(String message) {
    this(message, null, 0);
  }

  private Failure(String message, Span span, int line) {
    super(message, null, false, false);
    this.span = span;
    this.line = line;
  }

  public Optional<Span> span() {
    return Optional.ofNullable(span);
  }

  /** The line of the emitted script whose operator failed, or 0. */
  int line() {
    return line;
  }

  /** The same failure at that place, unless it has one already. */
  public Failure at(Span place) {
    return span == null ? new Failure(getMessage(), place, 0) : this;
  }

  Failure onLine(int number) {
    return span == null && line == 0 ? new Failure(getMessage(), null, number) : this;
  }
}
