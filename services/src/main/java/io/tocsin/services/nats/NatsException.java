package io.tocsin.services.nats;

import java.io.IOException;
import java.util.Locale;

/** What a server says against a client. */
final class NatsException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  /**
   * @param passing whether another attempt may succeed
   */
  NatsException(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  static NatsException said(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    boolean mend =
        lower.contains("authorization")
            || lower.contains("authentication")
            || lower.contains("permissions")
            || lower.contains("payload")
            || lower.contains("subject");
    return new NatsException("the server says " + words, !mend);
  }

  boolean passing() {
    return passing;
  }
}
