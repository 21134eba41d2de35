package io.tocsin.bench.load.report;

import io.tocsin.bench.load.scenario.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a scenario showed.
 *
 * @param command the controller's, with its placeholders
 */
public record ScenarioResult(
    Scenario scenario, Instant began, Machine machine, String command, List<RunResult> runs) {
  public ScenarioResult {
    runs = List.copyOf(runs);
  }

  /** The figures that bounds are set for. */
  public Map<String, Double> measures() {
    return Measures.of(runs);
  }

  /** Whether each bound was kept. */
  public List<Verdict> verdicts() {
    return Verdict.of(scenario.bounds(), measures());
  }
}
