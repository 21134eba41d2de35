package io.tocsin.notifier.cli;

/** The command was called in a wrong way; the exit code is 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message, null, false, false);
  }
}
