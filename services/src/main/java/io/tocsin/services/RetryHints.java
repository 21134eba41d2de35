package io.tocsin.services;

import java.time.Duration;

/**
 * How a service wishes failed deliveries to be tried again; the delivery queue does it.
 *
 * @param attempts how many further attempts after the first, at least 0
 * @param waitMin the pause before the first of them
 * @param waitMax the longest pause between two of them
 */
public record RetryHints(int attempts, Duration waitMin, Duration waitMax) {
  public RetryHints {
    if (attempts < 0 || waitMin.isNegative() || waitMax.compareTo(waitMin) < 0) {
      throw new IllegalArgumentException(
          "retries need attempts >= 0 and 0 <= waitMin <= waitMax, not "
              + attempts
              + ", "
              + waitMin
              + ", "
              + waitMax);
    }
  }
}
