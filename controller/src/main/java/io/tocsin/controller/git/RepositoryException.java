package io.tocsin.controller.git;

import io.tocsin.controller.tree.SourceException;

/** A repository did not give what was asked of it. */
public final class RepositoryException extends SourceException {
  private final boolean passing;

  RepositoryException(String message, boolean passing, Throwable cause) {
    super(message, cause);
    this.passing = passing;
  }

  RepositoryException(String message) {
    this(message, false, null);
  }

  /** True for a server that cannot be reached or does not answer in time. */
  @Override
  public boolean isPassing() {
    return passing;
  }
}
