package io.tocsin.services.awssqs;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps credentials until shortly before they expire. Thread-safe. */
final class Renewing implements AwsCredentials.Source {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Clock clock;
  private final AwsCredentials.Source source;
  private final AtomicReference<AwsCredentials> current = new AtomicReference<>();

  Renewing(Clock clock, AwsCredentials.Source source) {
    this.clock = clock;
    this.source = source;
  }

  @Override
  public AwsCredentials get() {
    AwsCredentials known = current.get();
    if (known != null && fresh(known)) {
      return known;
    }
    AwsCredentials renewed = source.get();
    current.set(renewed);
    return renewed;
  }

  private boolean fresh(AwsCredentials credentials) {
    return credentials
        .expires()
        .map(end -> clock.instant().isBefore(end.minus(MARGIN)))
        .orElse(true);
  }
}
