package io.tocsin.controller.runtime;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket that lends: who comes too early is told how long to wait. One thread at a time.
 */
final class RetryBucket {
  private static final double NANOS = 1e9;

  private final RetryPace pace;
  private double tokens;
  private Instant filled;

  RetryBucket(RetryPace pace, Instant now) {
    this.pace = pace;
    this.tokens = pace.burst();
    this.filled = now;
  }

  /** Takes a token that is there, or will be after this time. */
  Duration take(Instant now) {
    double seconds = Duration.between(filled, now).toNanos() / NANOS;
    tokens = Math.min(pace.burst(), tokens + Math.max(0, seconds) * pace.perSecond());
    filled = now;
    tokens--;
    return tokens >= 0
        ? Duration.ZERO
        : Duration.ofNanos((long) (-tokens / pace.perSecond() * NANOS));
  }
}
