package io.tocsin.bench.load.scenario;

import java.util.List;
import java.util.Map;

/**
 * What a scenario file says.
 *
 * @param runs one after the other, on one API server
 * @param bounds by the name of the measure
 */
public record Scenario(
    String name, String description, List<RunPlan> runs, Map<String, Bound> bounds) {
  public Scenario {
    runs = List.copyOf(runs);
    bounds = Map.copyOf(bounds);
  }
}
