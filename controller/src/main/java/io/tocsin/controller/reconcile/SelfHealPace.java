package io.tocsin.controller.reconcile;

import java.time.Duration;

/**
 * How long to wait before a drift is repaired again.
 *
 * @param first delay before the second repair in a row
 * @param factor by which each further delay is longer
 * @param longest delay
 * @param cooldown a time without drift after which the next repair is a first one
 */
public record SelfHealPace(Duration first, int factor, Duration longest, Duration cooldown) {
  /** Argo CD's: 2 s, three times as long each time, up to 5 minutes; forgotten after 330 s. */
  public static final SelfHealPace DEFAULT =
      new SelfHealPace(Duration.ofSeconds(2), 3, Duration.ofMinutes(5), Duration.ofSeconds(330));

  /**
   * The delay after so many repairs in a row.
   *
   * @param attempts none for a first repair, which is not delayed
   */
  Duration delay(long attempts) {
    if (attempts == 0) {
      return Duration.ZERO;
    }
    double millis = first.toMillis() * Math.pow(factor, attempts - 1.0);
    return millis >= longest.toMillis() ? longest : Duration.ofMillis((long) millis);
  }
}
