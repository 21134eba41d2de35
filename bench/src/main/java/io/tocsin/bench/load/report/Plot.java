package io.tocsin.bench.load.report;

import io.tocsin.bench.load.report.Series.Point;
import io.tocsin.bench.load.scenario.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines over two axes that begin at 0, as SVG. */
record Plot(String title, String x, String y, List<Series> series) {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 240;
  private static final int LEFT = 56;
  private static final int RIGHT = 12;
  private static final int TOP = 28;
  private static final int BOTTOM = 40;
  private static final int TICKS = 4;
  private static final List<String> COLOURS = List.of("#9aa5b1", "#1f6feb", "#c2410c");

  Plot {
    series = List.copyOf(series);
  }

  String svg() {
    double right = Ticks.end(most(true), TICKS);
    double top = Ticks.end(most(false), TICKS);
    StringBuilder svg = new StringBuilder(1024);
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">"
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
    svg.append(text(LEFT, 14, "start", "title", title + legend()));
    for (int i = 0; i <= TICKS; i++) {
      axes(svg, right, top, (double) i / TICKS);
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "axis", x));
    for (int i = 0; i < series.size(); i++) {
      svg.append(line(series.get(i), COLOURS.get(i % COLOURS.size()), right, top));
    }
    return svg.append("</svg>").toString();
  }

  private String legend() {
    return " (" + y + ")";
  }

  private double most(boolean ofX) {
    return series.stream()
        .flatMap(one -> one.points().stream())
        .mapToDouble(point -> ofX ? point.x() : point.y())
        .max()
        .orElse(1);
  }

  private static void axes(StringBuilder svg, double right, double top, double share) {
    double px = px(share);
    double py = py(share);
    svg.append(
        String.format(
            Locale.ROOT, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, py, WIDTH - RIGHT));
    svg.append(text(LEFT - 6, py + 4, "end", "axis", Numbers.text(top * share)));
    svg.append(text(px, HEIGHT - BOTTOM + 16, "middle", "axis", Numbers.text(right * share)));
  }

  private static String line(Series series, String colour, double right, double top) {
    String path =
        series.points().stream()
            .map(point -> coordinates(point, right, top))
            .collect(Collectors.joining("L"));
    return path.isEmpty()
        ? ""
        : "<path class=\"line\" stroke=\"%s\" d=\"M%s\"><title>%s</title></path>"
            .formatted(colour, path, Html.escape(series.name()));
  }

  private static String coordinates(Point point, double right, double top) {
    return String.format(Locale.ROOT, "%.1f %.1f", px(point.x() / right), py(point.y() / top));
  }

  private static double px(double share) {
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private static double py(double share) {
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  private static String text(double x, double y, String anchor, String style, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>",
        x,
        y,
        anchor,
        style,
        Html.escape(text));
  }

  /** The series' names in their colours. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < series.size(); i++) {
      key.append(
          "<span style=\"color:%s\">■</span> %s "
              .formatted(COLOURS.get(i % COLOURS.size()), Html.escape(series.get(i).name())));
    }
    return key.toString();
  }
}
