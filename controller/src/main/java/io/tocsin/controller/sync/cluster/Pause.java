package io.tocsin.controller.sync.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits a moment for what the server does at once or hardly ever. */
@FunctionalInterface
interface Pause {
  Duration STEP = Duration.ofMillis(100);

  void sleep(Duration time) throws InterruptedException;

  /** Whether it came true in time. */
  default boolean until(BooleanSupplier condition, Duration limit) {
    try {
      for (long steps = limit.dividedBy(STEP); steps > 0; steps--) {
        if (condition.getAsBoolean()) {
          return true;
        }
        sleep(STEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return condition.getAsBoolean();
  }
}
