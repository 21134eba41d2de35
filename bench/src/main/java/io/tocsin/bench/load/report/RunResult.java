package io.tocsin.bench.load.report;

import io.tocsin.bench.load.ledger.Delivery;
import io.tocsin.bench.load.ledger.Percentiles;
import io.tocsin.bench.load.ledger.Tally;
import io.tocsin.bench.load.scenario.RunPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run showed.
 *
 * @param resources what the API server calls the kinds of the applications
 * @param applicationBytes the size of one application
 * @param unexpected messages that arrived and that nobody expected
 */
public record RunResult(
    RunPlan plan,
    Set<String> resources,
    int applicationBytes,
    Timing timing,
    List<Outcome> outcomes,
    long unexpected,
    Use use,
    Requests requests) {
  public RunResult {
    resources = Set.copyOf(resources);
    outcomes = List.copyOf(outcomes);
  }

  List<Delivery> deliveries() {
    return outcomes.stream().flatMap(outcome -> outcome.deliveries().stream()).toList();
  }

  Tally tally() {
    return Tally.of(deliveries());
  }

  Percentiles latency() {
    return Percentiles.ofLatency(deliveries());
  }

  /** Seconds from the first turn to the first arrival of the last message; 0 when there is none. */
  double deliveredSeconds() {
    return deliveries().stream()
        .flatMap(delivery -> delivery.arrived().stream())
        .mapToDouble(arrived -> (arrived - timing.began()) / 1e9)
        .max()
        .orElse(0);
  }

  /** Requests for applications while nothing happened; a watch that ended is none. */
  long objectRequestsIdle() {
    return requests.idle().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("WATCH "))
        .filter(entry -> resources.contains(entry.getKey().replaceFirst(".* ", "")))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The most requests under way at one receiver that answers. */
  int mostInFlight() {
    return outcomes.stream()
        .filter(outcome -> !outcome.behaviour().hang())
        .mapToInt(outcome -> outcome.traffic().mostInFlight())
        .max()
        .orElse(0);
  }
}
