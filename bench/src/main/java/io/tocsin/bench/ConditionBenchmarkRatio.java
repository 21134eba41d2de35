package io.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@link ConditionBenchmark} and says how many times faster than Go it was. */
public final class ConditionBenchmarkRatio {
  private static final TimeValue SECOND = TimeValue.seconds(1);

  private ConditionBenchmarkRatio() {}

  /**
   * @param arguments a folder with {@code app.json} and conditions, and a file with what Go took: a
   *     line {@code {"case":"x.expr","ns_per_op":1.0}} for each
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    if (arguments.length != 2) {
      System.err.println("usage: ConditionBenchmarkRatio FOLDER GO-RESULTS");
      System.exit(2);
    }
    Map<String, Double> go = go(Path.of(arguments[1]));
    var options =
        new OptionsBuilder()
            .include("\\." + ConditionBenchmark.class.getSimpleName() + "\\.")
            .param("folder", Path.of(arguments[0]).toAbsolutePath().toString())
            .forks(1)
            .warmupIterations(5)
            .warmupTime(SECOND)
            .measurementIterations(5)
            .measurementTime(SECOND)
            .build();
    for (RunResult result : new Runner(options).run()) {
      String condition = result.getParams().getParam("condition");
      double own = result.getPrimaryResult().getScore();
      System.out.printf(
          "%-28s %8.1f ns, Go %8.1f ns, ratio %.2f%n",
          condition, own, go.get(condition), go.get(condition) / own);
    }
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
}
