package io.tocsin.controller.application;

/** An Application or AppProject that cannot be read; the message is one sentence with the field. */
public final class InvalidSpecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSpecException(String message) {
    super(message);
  }
}
