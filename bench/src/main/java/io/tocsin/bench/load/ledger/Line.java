package io.tocsin.bench.load.ledger;

/**
 * The straight line that lies closest to some points, by least squares.
 *
 * @param slope not a number where the points have fewer than two different places
 */
public record Line(double slope, double intercept) {
  /** Through points with these places and heights. */
  public static Line through(double[] x, double[] y) {
    double n = x.length;
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < x.length; i++) {
      sumX += x[i];
      sumY += y[i];
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - sumX / n) * (y[i] - sumY / n);
      squares += (x[i] - sumX / n) * (x[i] - sumX / n);
    }
    double slope = squares == 0 ? Double.NaN : products / squares;
    return new Line(slope, sumY / n - slope * sumX / n);
  }
}
