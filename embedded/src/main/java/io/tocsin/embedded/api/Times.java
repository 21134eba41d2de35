package io.tocsin.embedded.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as metadata writes them: RFC 3339, whole seconds, UTC. */
final class Times {
  private Times() {}

  static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
