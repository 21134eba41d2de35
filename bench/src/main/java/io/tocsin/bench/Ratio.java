package io.tocsin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs a benchmark over every input of a folder and says how many times faster than Go it was.
 *
 * @param benchmark has the parameters {@code folder} and {@code parameter}
 * @param parameter names the input
 * @param suffix what the names of inputs end with
 */
record Ratio(Class<?> benchmark, String parameter, String suffix) {
  private static final TimeValue SECOND = TimeValue.seconds(1);

  /**
   * Runs it and prints a table.
   *
   * @param arguments a folder with {@code app.json} and inputs, and optionally a file with what Go
   *     took
   */
  void main(String... arguments) throws IOException, RunnerException {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.printf("usage: %sRatio FOLDER [GO-RESULTS]%n", benchmark.getSimpleName());
      System.exit(2);
    }
    Map<String, Double> go =
        arguments.length == 2 ? GoFigures.read(Path.of(arguments[1])) : Map.of();
    List<String> inputs = new TemplateBenchmarkInputs(arguments[0]).named(suffix);
    report(run(arguments[0], inputs), go, System.out);
  }

  private Collection<RunResult> run(String folder, List<String> inputs) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .param("folder", Path.of(folder).toAbsolutePath().toString())
                .param(parameter, inputs.toArray(String[]::new))
                .forks(1)
                .warmupIterations(5)
                .warmupTime(SECOND)
                .measurementIterations(5)
                .measurementTime(SECOND)
                .build())
        .run();
  }

  private void report(Collection<RunResult> results, Map<String, Double> go, PrintStream out) {
    out.printf("%n%-28s %10s %10s %8s%n", parameter, "ns", "Go ns", "ratio");
    for (RunResult result : results) {
      String input = result.getParams().getParam(parameter);
      double own = result.getPrimaryResult().getScore();
      Double other = go.get(input);
      out.printf(
          "%-28s %10.1f %10s %8s%n",
          input,
          own,
          other == null ? "-" : "%.1f".formatted(other),
          other == null ? "-" : "%.1fx".formatted(other / own));
    }
  }
}
