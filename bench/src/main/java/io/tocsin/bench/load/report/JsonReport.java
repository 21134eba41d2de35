package io.tocsin.bench.load.report;

import io.tocsin.bench.load.ledger.Percentiles;
import io.tocsin.bench.load.ledger.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All figures as one line of JSON. Times are seconds, sizes bytes, unless a name says otherwise.
 */
public final class JsonReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DECIMALS = 4;

  private JsonReport() {}

  /** The line, without its end. */
  public static String line(ScenarioResult result) {
    ObjectNode root = JSON.createObjectNode();
    root.put("scenario", result.scenario().name());
    root.put("began", result.began().toString());
    root.put("command", result.command());
    root.set("machine", JSON.valueToTree(result.machine()));
    ArrayNode runs = root.putArray("runs");
    result.runs().forEach(run -> runs.add(run(run)));
    ObjectNode measures = root.putObject("measures");
    result.measures().forEach((name, value) -> measures.put(name, rounded(value)));
    ArrayNode bounds = root.putArray("bounds");
    for (Verdict verdict : result.verdicts()) {
      ObjectNode bound = bounds.addObject().put("measure", verdict.measure());
      bound.put("bound", verdict.bound().toString());
      verdict.value().ifPresent(value -> bound.put("value", rounded(value)));
      bound.put("holds", verdict.holds());
    }
    return root.toString();
  }

  private static ObjectNode run(RunResult run) {
    ObjectNode node = JSON.createObjectNode();
    if (!run.plan().name().isEmpty()) {
      node.put("name", run.plan().name());
    }
    node.put("applications", run.plan().applications());
    node.put("kinds", run.plan().kinds());
    node.put("applicationBytes", run.applicationBytes());
    node.put("triggers", run.plan().triggers().firing() + run.plan().triggers().quiet());
    node.set("messages", messages(run));
    node.set("latencySeconds", latency(run.latency()));
    node.set("seconds", seconds(run));
    run.timing()
        .alone()
        .ifPresent(
            alone ->
                node.putObject("apiServerAlone")
                    .put("patches", alone.patches())
                    .put("seconds", rounded(alone.seconds()))
                    .put("patchesPerSecond", rounded(alone.perSecond())));
    node.set("process", process(run.use()));
    node.putObject("requests")
        .set("toReady", counts(run.requests().toReady()))
        .set("idle", counts(run.requests().idle()))
        .set("turning", counts(run.requests().turning()));
    ArrayNode receivers = node.putArray("receivers");
    run.outcomes().forEach(outcome -> receivers.add(receiver(outcome)));
    return node;
  }

  private static ObjectNode messages(RunResult run) {
    ObjectNode node = tally(run.tally());
    run.timing()
        .killed()
        .ifPresent(
            killed ->
                node.put("duplicatedAcrossRestart", Tally.acrossMoment(run.deliveries(), killed)));
    return node.put("unexpected", run.unexpected()).put("mostInFlight", run.mostInFlight());
  }

  private static ObjectNode tally(Tally tally) {
    return JSON.createObjectNode()
        .put("expected", tally.expected())
        .put("received", tally.received())
        .put("missing", tally.missing())
        .put("duplicated", tally.duplicated());
  }

  private static ObjectNode latency(Percentiles latency) {
    return JSON.createObjectNode()
        .put("p50", rounded(latency.at(50)))
        .put("p95", rounded(latency.at(95)))
        .put("p99", rounded(latency.at(99)))
        .put("max", rounded(latency.max()));
  }

  private static ObjectNode seconds(RunResult run) {
    Timing timing = run.timing();
    ObjectNode node = JSON.createObjectNode();
    ArrayNode ready = node.putArray("startToReady");
    timing.readySeconds().forEach(value -> ready.add(rounded(value)));
    timing.watchedSeconds().ifPresent(value -> node.put("startToWatched", rounded(value)));
    timing.listSeconds().ifPresent(value -> node.put("list", rounded(value)));
    return node.put("turning", rounded((timing.turned() - timing.began()) / 1e9))
        .put("delivered", rounded(run.deliveredSeconds()))
        .put("idle", rounded(run.use().idleSeconds()));
  }

  private static ObjectNode process(Use use) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("cpuSecondsToReady", rounded(use.cpuToReady()))
            .put("cpuSecondsIdle", rounded(use.cpuIdle()))
            .put("cpuSeconds", rounded(use.cpuWhole()))
            .put("rssPeak", use.peakBytes())
            .put("rssSteady", use.steadyBytes());
    use.heapBytes().ifPresent(bytes -> node.put("heapAfterCollection", bytes));
    return node;
  }

  private static ObjectNode counts(Map<String, Long> counts) {
    ObjectNode node = JSON.createObjectNode();
    new TreeMap<>(counts).forEach(node::put);
    return node;
  }

  private static ObjectNode receiver(Outcome outcome) {
    ObjectNode node = JSON.createObjectNode().put("name", outcome.name());
    node.setAll(tally(outcome.tally()));
    node.setAll((ObjectNode) JSON.valueToTree(outcome.traffic()));
    node.set("latencySeconds", latency(outcome.latency()));
    return node;
  }

  private static BigDecimal rounded(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros()
        : null;
  }
}
