package io.tocsin.bench.load.report;

import java.util.List;
import java.util.stream.IntStream;

/** A line of a plot, from left to right. */
record Series(String name, List<Point> points) {
  private static final int MOST = 400;

  Series {
    points = thinned(points);
  }

  /** A point of the plot's own axes. */
  record Point(double x, double y) {}

  /** So many points that more would not be seen, the first and the last among them. */
  private static List<Point> thinned(List<Point> all) {
    int step = Math.ceilDiv(Math.max(1, all.size()), MOST);
    return IntStream.range(0, all.size())
        .filter(i -> i % step == 0 || i == all.size() - 1)
        .mapToObj(all::get)
        .toList();
  }
}
