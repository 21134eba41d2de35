package io.tocsin.triggers;

import java.time.Duration;
import java.util.Optional;

/**
 * When a condition that is true is told of; an extension of Argo CD Notifications' conditions.
 *
 * @param lasting {@code for}: only once it was true for so long without a break
 * @param repeatEvery again whenever so much time went by and it is still true
 */
public record Timing(Optional<Duration> lasting, Optional<Duration> repeatEvery) {
  /** At once, and once. */
  public static final Timing AT_ONCE = new Timing(Optional.empty(), Optional.empty());

  /** Whether it can be due without any change of the object. */
  public boolean readsClock() {
    return lasting.isPresent() || repeatEvery.isPresent();
  }
}
