package io.tocsin.controller.webhook;

import java.net.HttpURLConnection;

/** A request that is refused, and the status it is answered with. */
final class WebhookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private WebhookException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static WebhookException bad(String message) {
    return new WebhookException(HttpURLConnection.HTTP_BAD_REQUEST, message);
  }

  /** Of a registry, which is answered with 401 as Argo CD does it. */
  static WebhookException unauthorized(String message) {
    return new WebhookException(HttpURLConnection.HTTP_UNAUTHORIZED, message);
  }

  /** What may be asked again in a moment. */
  static WebhookException notYet(String message) {
    return new WebhookException(HttpURLConnection.HTTP_UNAVAILABLE, message);
  }

  int status() {
    return status;
  }
}
