package io.tocsin.bench.load.scenario;

import java.util.Optional;

/**
 * What a measure must not leave.
 *
 * @param atMost the highest value that will do
 * @param atLeast the lowest value that will do
 */
public record Bound(Optional<Double> atMost, Optional<Double> atLeast) {
  /** Whether a value is within. */
  public boolean holds(double value) {
    return atMost.map(most -> value <= most).orElse(true)
        && atLeast.map(least -> value >= least).orElse(true);
  }

  @Override
  public String toString() {
    return atMost.map(most -> "at most " + Numbers.text(most)).orElse("")
        + (atMost.isPresent() && atLeast.isPresent() ? ", " : "")
        + atLeast.map(least -> "at least " + Numbers.text(least)).orElse("");
  }
}
