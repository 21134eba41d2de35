package io.tocsin.notifier.delivery;

import io.tocsin.services.Limits.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps sends with one credential to its rate, in any window of time. Thread-safe. */
final class RateBucket {
  private final Rate rate;
  private final Deque<Instant> sends = new ArrayDeque<>();

  RateBucket(Rate rate) {
    this.rate = rate;
  }

  /** Takes the next place and says how long to wait for it. */
  synchronized Duration reserve(Instant now) {
    Instant at = now;
    if (sends.size() == rate.permits()) {
      Instant free = sends.removeFirst().plus(rate.per());
      at = free.isAfter(now) ? free : now;
    }
    sends.addLast(at);
    return Duration.between(now, at);
  }
}
