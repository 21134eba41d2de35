package io.tocsin.bench.load.ledger;

import java.util.Optional;

/**
 * What became of an expected message.
 *
 * @param turned when the patch that it tells of was sent, in {@link System#nanoTime}
 * @param arrivals how often a receiver took it
 * @param arrived when it did so first
 * @param lastArrived when it did so last
 */
public record Delivery(
    Message message, long turned, int arrivals, Optional<Long> arrived, long lastArrived) {
  static Delivery expected(Message message, long turned) {
    return new Delivery(message, turned, 0, Optional.empty(), 0);
  }

  Delivery at(long time) {
    return new Delivery(message, turned, arrivals + 1, arrived.or(() -> Optional.of(time)), time);
  }

  /** Whether no receiver took it. */
  public boolean isMissing() {
    return arrivals == 0;
  }

  /** How often it was taken beyond the first time. */
  public int repeats() {
    return Math.max(0, arrivals - 1);
  }

  /** Seconds from the patch to the first arrival; not a number when it is missing. */
  public double latency() {
    return arrived.map(time -> (time - turned) / 1e9).orElse(Double.NaN);
  }
}
