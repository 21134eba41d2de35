package io.tocsin.templates;

/** Why a template did not compile or render. The message names the template, line and column. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** When the template failed. */
  public enum Phase {
    PARSE,
    EXECUTE
  }

  private final Phase phase;

  public TemplateException(Phase phase, String message) {
    this(phase, message, null);
  }

  public TemplateException(Phase phase, String message, Throwable cause) {
    super(message, cause);
    this.phase = phase;
  }

  public Phase phase() {
    return phase;
  }
}
