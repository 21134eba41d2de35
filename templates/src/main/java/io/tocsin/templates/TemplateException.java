package io.tocsin.templates;

import java.util.Optional;
import java.util.OptionalInt;

/** Why a template did not compile or render. The message names the template, line and column. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NOWHERE = -1;

  /** When the template failed. */
  public enum Phase {
    PARSE,
    EXECUTE
  }

  private final Phase phase;
  private final int offset;
  private final String reason;
  private final String field;

  public TemplateException(Phase phase, String message) {
    this(phase, message, null);
  }

  public TemplateException(Phase phase, String message, Throwable cause) {
    this(phase, message, NOWHERE, message, "", cause);
  }

  /**
   * @param offset where in the template's text, in UTF-16 indices
   * @param reason the message without template, line and column
   */
  public TemplateException(
      Phase phase, String message, int offset, String reason, Throwable cause) {
    this(phase, message, offset, reason, "", cause);
  }

  private TemplateException(
      Phase phase, String message, int offset, String reason, String field, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.phase = phase;
    this.offset = offset;
    this.field = field;
  }

  public Phase phase() {
    return phase;
  }

  /** Where in the template's text, in UTF-16 indices, where that is known. */
  public OptionalInt offset() {
    return offset < 0 ? OptionalInt.empty() : OptionalInt.of(offset);
  }

  /** The message without template, line and column, where those are known by themselves. */
  public String reason() {
    return reason;
  }

  /** Which of the texts of one message, such as {@code webhook.x.body}, where there are several. */
  public Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  /** The same about that one of several texts. */
  public TemplateException in(String name) {
    return new TemplateException(phase, getMessage(), offset, reason, name, getCause());
  }
}
