package io.tocsin.bench.load.report;

import io.tocsin.bench.load.scenario.Bound;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a measure keeps its bound.
 *
 * @param value absent when nothing was measured, which keeps no bound
 */
public record Verdict(String measure, Bound bound, Optional<Double> value) {
  /** One for each bound, in the order of their names. */
  public static List<Verdict> of(Map<String, Bound> bounds, Map<String, Double> measures) {
    return bounds.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            bound ->
                new Verdict(
                    bound.getKey(),
                    bound.getValue(),
                    Optional.ofNullable(measures.get(bound.getKey()))))
        .toList();
  }

  /** Whether it does. */
  public boolean holds() {
    return value.map(bound::holds).orElse(false);
  }
}
