package io.tocsin.controller.runtime;

import java.io.IOException;
import java.net.HttpURLConnection;

/** The API server refused a request. */
final class ApiFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * A refusal.
   *
   * @param code the HTTP status, or that in an event of a watch
   * @param message the server's reason
   */
  ApiFailure(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Whether the version or the page that was asked for is no longer known. */
  boolean gone() {
    return code == HttpURLConnection.HTTP_GONE;
  }
}
