package io.tocsin.bench.load.report;

import io.tocsin.bench.load.ledger.Delivery;
import io.tocsin.bench.load.ledger.Percentiles;
import io.tocsin.bench.load.process.Sample;
import io.tocsin.bench.load.report.Series.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The plots of a run. */
final class Plots {
  private static final double MIB = 1024.0 * 1024;
  private static final double SECOND = 1e9;

  private Plots() {}

  static List<Plot> of(RunResult run) {
    List<Plot> plots = new ArrayList<>();
    if (!run.deliveries().isEmpty()) {
      plots.add(arrivals(run));
      plots.add(latency(run));
    }
    plots.add(memory(run.use().samples()));
    plots.add(processor(run.use().samples()));
    return plots;
  }

  private static Plot arrivals(RunResult run) {
    double began = run.timing().began() / SECOND;
    List<Delivery> all = run.deliveries();
    DoubleStream turned = all.stream().mapToDouble(delivery -> delivery.turned() / SECOND - began);
    DoubleStream arrived =
        all.stream()
            .flatMap(delivery -> delivery.arrived().stream())
            .mapToDouble(time -> time / SECOND - began);
    return new Plot(
        "Messages",
        "seconds since the first turn",
        "so far",
        List.of(new Series("caused", counted(turned)), new Series("arrived", counted(arrived))));
  }

  private static List<Point> counted(DoubleStream times) {
    double[] sorted = times.sorted().toArray();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < sorted.length; i++) {
      points.add(new Point(sorted[i], i + 1.0));
    }
    return points;
  }

  private static Plot latency(RunResult run) {
    Percentiles latency = run.latency();
    List<Point> points = new ArrayList<>();
    for (int tenths = 1; tenths <= 1000 && latency.count() > 0; tenths++) {
      points.add(new Point(tenths / 10.0, latency.at(tenths / 10.0)));
    }
    return new Plot(
        "From patch to arrival",
        "percent of messages",
        "at most so many seconds",
        List.of(new Series("latency", points)));
  }

  private static Plot memory(List<Sample> samples) {
    return overTime("Resident memory", "MiB", samples, sample -> sample.residentBytes() / MIB);
  }

  private static Plot overTime(
      String title, String unit, List<Sample> samples, ToDoubleFunction<Sample> value) {
    List<Point> points = new ArrayList<>();
    for (Sample sample : samples) {
      points.add(new Point(since(samples, sample), value.applyAsDouble(sample)));
    }
    return new Plot(title, "seconds since start", unit, List.of(new Series("controller", points)));
  }

  private static double since(List<Sample> samples, Sample sample) {
    return (sample.time() - samples.getFirst().time()) / SECOND;
  }

  /** Each point is over the second before it. */
  private static Plot processor(List<Sample> samples) {
    List<Point> points = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < samples.size(); i++) {
      double seconds = (samples.get(i).time() - samples.get(from).time()) / SECOND;
      if (seconds >= 1) {
        double used = samples.get(i).cpuSeconds() - samples.get(from).cpuSeconds();
        points.add(new Point(since(samples, samples.get(i)), used / seconds));
        from = i;
      }
    }
    return new Plot(
        "Processor", "seconds since start", "cores", List.of(new Series("controller", points)));
  }
}
