package io.tocsin.templates.parse;

/** Why a text is no template. The message names the template, line and column. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SyntaxException(String message) {
    super(message);
  }
}
