package io.tocsin.bench;

import java.io.IOException;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link ConditionBenchmark} over every condition of a folder and says how many times faster
 * than Go it was.
 */
public final class ConditionBenchmarkRatio {
  private ConditionBenchmarkRatio() {}

  /**
   * @param arguments a folder with {@code app.json} and conditions, and optionally a file with what
   *     Go took: a line {@code {"case":"x.expr","ns_per_op":1.0}} for each
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    new Ratio(ConditionBenchmark.class, "condition", ".expr").main(arguments);
  }
}
