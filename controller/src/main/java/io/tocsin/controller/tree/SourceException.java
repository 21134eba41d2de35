package io.tocsin.controller.tree;

/**
 * What an application's source says cannot be had or cannot be used. The message is one sentence
 * for the application's conditions: it names the repository or the file, and no credential.
 */
public class SourceException extends RuntimeException {
  public SourceException(String message) {
    super(message);
  }

  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether the same question may be answered later with nobody changing anything. */
  public boolean isPassing() {
    return false;
  }
}
