package io.tocsin.controller.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waits longer after each failure, from 0.2 s to 30 s, half of it at random. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 8;

  private final Semaphore hurry = new Semaphore(0);
  private int failures;

  /** Waits, or until another thread says {@link #hurry}. */
  void await() throws InterruptedException {
    long most = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, DOUBLINGS));
    failures++;
    long millis = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
    hurry.drainPermits();
    if (hurry.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      failures = 0;
    }
  }

  /** What was waited for works again. */
  void reset() {
    failures = 0;
  }

  /** Ends a wait: there is reason to think that it works again. */
  void hurry() {
    hurry.release();
  }
}
