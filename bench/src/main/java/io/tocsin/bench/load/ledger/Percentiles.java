package io.tocsin.bench.load.ledger;

import java.util.Arrays;
import java.util.Collection;

/** Percentiles by the nearest rank: each is one of the values. */
public final class Percentiles {
  private final double[] sorted;

  private Percentiles(double[] sorted) {
    this.sorted = sorted;
  }

  /** Over some values, those that are not numbers left out. */
  public static Percentiles of(double... values) {
    return new Percentiles(
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray());
  }

  /** Over the seconds from patch to arrival. */
  public static Percentiles ofLatency(Collection<Delivery> deliveries) {
    return of(deliveries.stream().mapToDouble(Delivery::latency).toArray());
  }

  /**
   * The lowest value that is not below the given share of all.
   *
   * @param percent above 0, at most 100
   * @return not a number where there are no values
   */
  public double at(double percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }

  public double max() {
    return at(100);
  }

  public int count() {
    return sorted.length;
  }
}
