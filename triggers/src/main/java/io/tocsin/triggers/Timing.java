package io.tocsin.triggers;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a condition that is true is told of; an extension of Argo CD Notifications' conditions.
 *
 * @param lasting {@code for}: only once it was true for so long without a break
 * @param delay only so long after it turned true, if it is true then, whatever it was meanwhile
 * @param repeatEvery again whenever so much time went by and it is still true
 * @param throttle not sooner than so long after the same destination was told of it
 */
public record Timing(
    Optional<Duration> lasting,
    Optional<Duration> delay,
    Optional<Duration> repeatEvery,
    Optional<Duration> throttle) {
  /** Whether it can be due without any change of the object. */
  public boolean readsClock() {
    return Stream.of(lasting, delay, repeatEvery, throttle).anyMatch(Optional::isPresent);
  }
}
