package io.tocsin.controller.sync;

/** What a cluster refused, in its own words, or why it could not be asked. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int code;

  /**
   * @param code the HTTP status; 0 when there was no answer
   */
  public ClusterException(int code, String message) {
    super(message);
    this.code = code;
  }

  public int code() {
    return code;
  }

  public boolean isNotFound() {
    return code == 404;
  }

  public boolean isConflict() {
    return code == 409;
  }

  public boolean isInvalid() {
    return code == 422;
  }
}
