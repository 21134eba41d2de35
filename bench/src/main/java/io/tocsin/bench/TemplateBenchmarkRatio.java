package io.tocsin.bench;

import java.io.IOException;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link TemplateBenchmark} over every template of a folder and says how many times faster
 * than Go it was.
 */
public final class TemplateBenchmarkRatio {
  private TemplateBenchmarkRatio() {}

  /**
   * @param arguments a folder with {@code app.json} and templates, and optionally a file with what
   *     Go took: a line {@code {"case":"x.tmpl","ns_per_op":1.0}} for each
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    new Ratio(TemplateBenchmark.class, "template", ".tmpl").main(arguments);
  }
}
