package io.tocsin.bench.load.ledger;

import java.util.Collection;

/**
 * Messages, counted.
 *
 * @param received how many of the expected ones arrived
 * @param missing how many of them did not
 * @param duplicated arrivals beyond the first of each
 */
public record Tally(long expected, long received, long missing, long duplicated) {
  /** Counts. */
  public static Tally of(Collection<Delivery> deliveries) {
    long missing = deliveries.stream().filter(Delivery::isMissing).count();
    long repeats = deliveries.stream().mapToLong(Delivery::repeats).sum();
    return new Tally(deliveries.size(), deliveries.size() - missing, missing, repeats);
  }

  /** How many of the repeats have the first arrival before a moment and the last after it. */
  public static long acrossMoment(Collection<Delivery> deliveries, long moment) {
    return deliveries.stream()
        .filter(d -> d.repeats() > 0 && d.arrived().orElseThrow() <= moment)
        .filter(d -> d.lastArrived() > moment)
        .count();
  }
}
