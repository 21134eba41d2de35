package io.tocsin.bench.load.report;

import io.tocsin.bench.load.ledger.Percentiles;
import io.tocsin.bench.load.ledger.Tally;
import io.tocsin.bench.load.scenario.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A page that needs nothing beside itself. */
public final class HtmlReport {
  private static final double MIB = 1024.0 * 1024;
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
      h1{font-size:1.6rem;margin-bottom:0}h2{margin-top:2.2rem}
      table{border-collapse:collapse;margin:.8rem 0;font-variant-numeric:tabular-nums}
      th,td{text-align:left;padding:.15rem .9rem .15rem 0;border-bottom:1px solid #e3e6ea}
      th{font-weight:600;color:#57606a}
      .plots{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}
      figcaption,.about{color:#57606a;font-size:.85rem}
      .title{font-size:13px;font-weight:600}.axis{font-size:11px;fill:#57606a}
      .grid{stroke:#e3e6ea}.line{fill:none;stroke-width:1.8}
      """;

  private HtmlReport() {}

  /** The page. */
  public static String page(ScenarioResult result) {
    String name = Html.escape(result.scenario().name());
    StringBuilder page = new StringBuilder(16_384);
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>")
        .append(name)
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(name)
        .append("</h1>\n<p>")
        .append(Html.escape(result.scenario().description()))
        .append("</p>\n<p class=\"about\">")
        .append(Html.escape(about(result)))
        .append("</p>\n");
    page.append(bounds(result)).append(measures(result));
    result.runs().forEach(run -> page.append(run(run)));
    return page.append("</body></html>\n").toString();
  }

  private static String about(ScenarioResult result) {
    Machine machine = result.machine();
    return "%s; %s; %d processors, %s GiB; load %s before. Controller: %s"
        .formatted(
            result.began(),
            machine.system(),
            machine.processors(),
            Numbers.text(Math.rint(machine.memoryBytes() / MIB / 1024)),
            machine.load(),
            result.command());
  }

  private static String bounds(ScenarioResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (Verdict verdict : result.verdicts()) {
      rows.add(
          List.of(
              verdict.measure(),
              verdict.value().map(Numbers::text).orElse("not measured"),
              verdict.bound().toString(),
              verdict.holds() ? "kept" : "not kept"));
    }
    return rows.isEmpty() ? "" : Html.table(List.of("measure", "value", "bound", ""), rows);
  }

  private static String measures(ScenarioResult result) {
    Set<String> bound = result.scenario().bounds().keySet();
    List<List<String>> rows = new ArrayList<>();
    result
        .measures()
        .forEach(
            (name, value) -> {
              if (!bound.contains(name)) {
                rows.add(List.of(name, Numbers.text(value)));
              }
            });
    return Html.table(List.of("further measure", "value"), rows);
  }

  private static String run(RunResult run) {
    StringBuilder section = new StringBuilder(4096);
    String name = run.plan().name().isEmpty() ? "Run" : run.plan().name();
    section.append("<h2>").append(Html.escape(name)).append("</h2>\n<p>");
    section.append(Html.escape(summary(run))).append("</p>\n<div class=\"plots\">\n");
    for (Plot plot : Plots.of(run)) {
      section
          .append("<figure>")
          .append(plot.svg())
          .append("<figcaption>")
          .append(plot.key())
          .append("</figcaption></figure>\n");
    }
    section.append("</div>\n").append(receivers(run)).append(requests(run));
    return section.toString();
  }

  private static String summary(RunResult run) {
    StringBuilder text = new StringBuilder(256);
    text.append(
        "%d applications of %d bytes. Ready after %s s."
            .formatted(
                run.plan().applications(),
                run.applicationBytes(),
                Numbers.text(run.timing().readySeconds().getFirst())));
    run.timing()
        .watchedSeconds()
        .ifPresent(
            watched ->
                text.append(
                    " %d kinds watched after %s s."
                        .formatted(run.plan().kinds(), Numbers.text(watched))));
    run.timing()
        .listSeconds()
        .ifPresent(list -> text.append(" A list took %s s.".formatted(Numbers.text(list))));
    run.timing()
        .alone()
        .ifPresent(
            alone ->
                text.append(
                    " The API server alone: %d patches in %s s, %s a second."
                        .formatted(
                            alone.patches(),
                            Numbers.text(alone.seconds()),
                            Numbers.text(alone.perSecond()))));
    text.append(
        " All delivered after %s s. Processor: %s s to ready, %s s in all."
            .formatted(
                Numbers.text(run.deliveredSeconds()),
                Numbers.text(run.use().cpuToReady()),
                Numbers.text(run.use().cpuWhole())));
    text.append(
        " Resident: %s MiB at most, %s MiB steady."
            .formatted(
                Numbers.text(run.use().peakBytes() / MIB),
                Numbers.text(run.use().steadyBytes() / MIB)));
    run.use()
        .heapBytes()
        .ifPresent(heap -> text.append(" Live heap: %s MiB.".formatted(Numbers.text(heap / MIB))));
    return text.toString();
  }

  private static String receivers(RunResult run) {
    List<List<String>> rows = new ArrayList<>();
    for (Outcome outcome : run.outcomes()) {
      Tally tally = outcome.tally();
      Percentiles latency = outcome.latency();
      rows.add(
          List.of(
              outcome.name() + (outcome.behaviour().hang() ? " (hangs)" : ""),
              Long.toString(tally.expected()),
              Long.toString(tally.received()),
              Long.toString(tally.missing()),
              Long.toString(tally.duplicated()),
              Long.toString(outcome.traffic().limited()),
              Long.toString(outcome.traffic().failed()),
              Integer.toString(outcome.traffic().mostInFlight()),
              Numbers.text(latency.at(50)),
              Numbers.text(latency.at(95)),
              Numbers.text(latency.at(99)),
              Numbers.text(latency.max())));
    }
    return Html.table(
        List.of(
            "receiver",
            "expected",
            "received",
            "missing",
            "duplicated",
            "429",
            "500",
            "in flight",
            "p50 s",
            "p95 s",
            "p99 s",
            "max s"),
        rows);
  }

  private static String requests(RunResult run) {
    Requests requests = run.requests();
    Set<String> kinds = new TreeSet<>(requests.toReady().keySet());
    kinds.addAll(requests.idle().keySet());
    kinds.addAll(requests.turning().keySet());
    List<List<String>> rows = new ArrayList<>();
    for (String kind : kinds) {
      rows.add(
          List.of(
              kind,
              count(requests.toReady(), kind),
              count(requests.idle(), kind),
              count(requests.turning(), kind)));
    }
    return Html.table(List.of("requests", "to ready", "idle", "turning"), rows);
  }

  private static String count(Map<String, Long> counts, String kind) {
    return Long.toString(counts.getOrDefault(kind, 0L));
  }
}
