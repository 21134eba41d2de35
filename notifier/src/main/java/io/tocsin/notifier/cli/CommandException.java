package io.tocsin.notifier.cli;

/** Why a command did not do what it should; a sentence for the person who called it. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message, null, false, false);
  }
}
