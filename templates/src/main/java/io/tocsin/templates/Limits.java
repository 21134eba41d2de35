package io.tocsin.templates;

import java.time.Duration;

/**
 * How far a rendering may go. What goes further fails with a clear error and disturbs nobody else.
 *
 * @param characters of output, and of each text that a function of the language makes on the way
 * @param depth of templates within templates
 * @param steps turns of loops and calls of functions and templates
 * @param time looked at between steps: a function that runs long is noticed when it returns
 */
public record Limits(int characters, int depth, long steps, Duration time) {
  /** 1 Mi characters, 1,000 templates within each other, 5 million steps, 5 seconds. */
  public static final Limits DEFAULT = new Limits(1 << 20, 1_000, 5_000_000, Duration.ofSeconds(5));

  public Limits {
    if (characters <= 0 || depth <= 0 || steps <= 0 || !time.isPositive()) {
      throw new IllegalArgumentException("a limit must be positive");
    }
  }
}
