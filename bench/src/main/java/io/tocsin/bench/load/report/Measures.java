package io.tocsin.bench.load.report;

import io.tocsin.bench.load.ledger.Delivery;
import io.tocsin.bench.load.ledger.Line;
import io.tocsin.bench.load.ledger.Percentiles;
import io.tocsin.bench.load.ledger.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The figures of a scenario that bounds are set for, over all its runs. */
public final class Measures {
  private static final double KIB = 1024;
  private static final double MIB = KIB * KIB;

  private final List<RunResult> runs;
  private final Map<String, Double> values = new LinkedHashMap<>();

  private Measures(List<RunResult> runs) {
    this.runs = runs;
  }

  /** Each measure that these runs have, by name. */
  public static Map<String, Double> of(List<RunResult> runs) {
    Measures measures = new Measures(runs);
    measures.messages();
    measures.capacity();
    measures.neighbours();
    measures.start();
    measures.idle();
    measures.memory();
    return measures.values;
  }

  private void messages() {
    List<Tally> tallies = runs.stream().map(RunResult::tally).toList();
    if (tallies.stream().mapToLong(Tally::expected).sum() == 0) {
      return;
    }
    values.put("missing", (double) tallies.stream().mapToLong(Tally::missing).sum());
    values.put("duplicated", (double) tallies.stream().mapToLong(Tally::duplicated).sum());
    for (RunResult run : runs) {
      run.timing()
          .killed()
          .ifPresent(
              moment ->
                  values.merge(
                      "duplicatedAcrossRestart",
                      (double) Tally.acrossMoment(run.deliveries(), moment),
                      Double::sum));
    }
    worst("latencyP95Seconds", run -> run.latency().at(95));
    values.put("answeredWith429", (double) runs.stream().mapToLong(Measures::limited).sum());
    values.put(
        "mostInFlight", (double) runs.stream().mapToInt(RunResult::mostInFlight).max().orElse(0));
  }

  private static long limited(RunResult run) {
    return run.outcomes().stream().mapToLong(outcome -> outcome.traffic().limited()).sum();
  }

  private void capacity() {
    worst(
        "timesApiServerAlone",
        run ->
            run.timing()
                .alone()
                .map(alone -> run.deliveredSeconds() / alone.seconds())
                .orElse(Double.NaN));
  }

  /** How the last run compares with the first, at the receivers that hang in neither. */
  private void neighbours() {
    if (runs.size() < 2 || runs.stream().noneMatch(run -> !hanging(run).isEmpty())) {
      return;
    }
    Set<String> hang = new HashSet<>();
    runs.forEach(run -> hang.addAll(hanging(run)));
    put("neighboursP95Ratio", p95(runs.getLast(), hang) / p95(runs.getFirst(), hang));
  }

  private static List<String> hanging(RunResult run) {
    return run.outcomes().stream()
        .filter(outcome -> outcome.behaviour().hang())
        .map(Outcome::name)
        .toList();
  }

  private static double p95(RunResult run, Set<String> without) {
    List<Delivery> others =
        run.deliveries().stream()
            .filter(delivery -> !without.contains(delivery.message().receiver()))
            .toList();
    return Percentiles.ofLatency(others).at(95);
  }

  private void start() {
    worst("readySeconds", run -> run.timing().readySeconds().getFirst());
    worst("watchedSeconds", run -> run.timing().watchedSeconds().orElse(Double.NaN));
    worst(
        "readyTimesList",
        run ->
            run.timing()
                .listSeconds()
                .map(list -> run.timing().readySeconds().getFirst() / list)
                .orElse(Double.NaN));
  }

  private void idle() {
    worst("cpuPercentIdle", run -> 100 * run.use().cpuIdle() / run.use().idleSeconds());
    worst("objectRequestsIdle", Measures::objectRequests);
    worst(
        "requestsPerApplication",
        run ->
            run.use().idleSeconds() == 0
                ? Double.NaN
                : (double) sum(run.requests().idle()) / run.plan().applications());
  }

  private static double objectRequests(RunResult run) {
    return run.use().idleSeconds() == 0 ? Double.NaN : run.objectRequestsIdle();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private void memory() {
    worst("rssPeakMib", run -> run.use().peakBytes() / MIB);
    worst("rssSteadyMib", run -> run.use().steadyBytes() / MIB);
    slope("rssSteadyKibPerApplication", run -> run.use().steadyBytes() / KIB);
    worst("heapMib", run -> heap(run) / MIB);
    slope("heapKibPerApplication", run -> heap(run) / KIB);
    slope("cpuToReadyMillisPerApplication", run -> run.use().cpuToReady() * 1000);
  }

  private static double heap(RunResult run) {
    return run.use().heapBytes().isPresent()
        ? (double) run.use().heapBytes().getAsLong()
        : Double.NaN;
  }

  private void slope(String name, ToDoubleFunction<RunResult> height) {
    double[] sizes = runs.stream().mapToDouble(run -> run.plan().applications()).toArray();
    put(name, Line.through(sizes, runs.stream().mapToDouble(height).toArray()).slope());
  }

  private void worst(String name, ToDoubleFunction<RunResult> figure) {
    List<Double> figures = new ArrayList<>();
    runs.forEach(run -> figures.add(figure.applyAsDouble(run)));
    figures.stream().filter(Double::isFinite).max(Double::compare).ifPresent(v -> put(name, v));
  }

  private void put(String name, double value) {
    if (Double.isFinite(value)) {
      values.put(name, value);
    }
  }
}
