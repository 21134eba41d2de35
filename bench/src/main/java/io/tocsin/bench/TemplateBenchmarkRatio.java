package io.tocsin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs {@link TemplateBenchmark} over every template of a folder and says how many times faster
 * than Go it was.
 */
public final class TemplateBenchmarkRatio {
  private static final TimeValue SECOND = TimeValue.seconds(1);

  private TemplateBenchmarkRatio() {}

  /**
   * @param arguments a folder with {@code app.json} and templates, and optionally a file with what
   *     Go took: a line {@code {"case":"x.tmpl","ns_per_op":1.0}} for each
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("usage: TemplateBenchmarkRatio FOLDER [GO-RESULTS]");
      System.exit(2);
    }
    Map<String, Double> go = arguments.length == 2 ? go(Path.of(arguments[1])) : Map.of();
    report(run(arguments[0]), go, System.out);
  }

  private static Collection<RunResult> run(String folder) throws IOException, RunnerException {
    String[] templates = new TemplateBenchmarkInputs(folder).templates().toArray(String[]::new);
    return new Runner(
            new OptionsBuilder()
                .include("\\." + TemplateBenchmark.class.getSimpleName() + "\\.")
                .param("folder", Path.of(folder).toAbsolutePath().toString())
                .param("template", templates)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(SECOND)
                .measurementIterations(5)
                .measurementTime(SECOND)
                .build())
        .run();
  }

  private static Map<String, Double> go(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    Map<String, Double> nanoseconds = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode result = json.readTree(line);
      nanoseconds.put(result.get("case").stringValue(), result.get("ns_per_op").doubleValue());
    }
    return nanoseconds;
  }

  private static void report(
      Collection<RunResult> results, Map<String, Double> go, PrintStream out) {
    out.printf("%n%-28s %10s %10s %8s%n", "template", "ns", "Go ns", "ratio");
    for (RunResult result : results) {
      String template = result.getParams().getParam("template");
      double own = result.getPrimaryResult().getScore();
      Double other = go.get(template);
      out.printf(
          "%-28s %10.1f %10s %8s%n",
          template,
          own,
          other == null ? "-" : "%.1f".formatted(other),
          other == null ? "-" : "%.1fx".formatted(other / own));
    }
  }
}
