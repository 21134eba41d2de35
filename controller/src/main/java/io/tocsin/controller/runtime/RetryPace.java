package io.tocsin.controller.runtime;

import java.time.Duration;

/**
 * How fast a queue lets things be tried again.
 *
 * @param first delay after the first failure of a key, doubled at each further one
 * @param longest delay of one key
 * @param perSecond retries of all keys together, more than 0
 * @param burst retries that may come at once, 1 or more
 */
public record RetryPace(Duration first, Duration longest, double perSecond, int burst) {
  /** What Kubernetes' own controllers do: 5 ms to 1000 s, ten a second, 100 at once. */
  public static final RetryPace DEFAULT =
      new RetryPace(Duration.ofMillis(5), Duration.ofSeconds(1000), 10, 100);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when one is not positive
   */
  public RetryPace {
    if (!first.isPositive() || longest.compareTo(first) < 0 || perSecond <= 0 || burst < 1) {
      throw new IllegalArgumentException(
          "retries after %s to %s, %s a second and %d at once make no pace"
              .formatted(first, longest, perSecond, burst));
    }
  }

  /**
   * The delay after so many failures.
   *
   * @param failures 1 or more
   */
  Duration delay(int failures) {
    double nanos = first.toNanos() * Math.pow(2, failures - 1.0);
    return nanos >= longest.toNanos() ? longest : Duration.ofNanos((long) nanos);
  }
}
