package io.tocsin.bench.load.report;

import io.tocsin.bench.load.ledger.Delivery;
import io.tocsin.bench.load.ledger.Percentiles;
import io.tocsin.bench.load.ledger.Tally;
import io.tocsin.bench.load.scenario.RunPlan;
import java.util.List;

/**
 * What a run showed.
 *
 * @param applicationBytes the size of one application
 * @param unexpected messages that arrived and that nobody expected
 */
public record RunResult(
    RunPlan plan,
    int applicationBytes,
    Timing timing,
    List<Outcome> outcomes,
    long unexpected,
    Use use,
    Requests requests) {
  public RunResult {
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

  /** The most requests under way at one receiver that answers. */
  int mostInFlight() {
    return outcomes.stream()
        .filter(outcome -> !outcome.behaviour().hang())
        .mapToInt(outcome -> outcome.traffic().mostInFlight())
        .max()
        .orElse(0);
  }
}
