package io.tocsin.bench.load.report;

/** Round ends of axes. */
final class Ticks {
  private Ticks() {}

  /** The lowest end, not below the value, that so many steps of 1, 2, 2.5 or 5 times 10ⁿ reach. */
  static double end(double value, int steps) {
    if (value <= 0 || !Double.isFinite(value)) {
      return steps;
    }
    double step = value / steps;
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (step <= factor * power * (1 + 1e-9)) {
        return factor * power * steps;
      }
    }
    return 10 * power * steps;
  }
}
