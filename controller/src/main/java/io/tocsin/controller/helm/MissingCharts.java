package io.tocsin.controller.helm;

import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.ChartDependency;
import io.tocsin.controller.helm.chart.ChartFile;
import io.tocsin.controller.helm.chart.ChartLoader;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.yaml.GoYaml;
import io.tocsin.controller.helm.yaml.NumberStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds the charts that Chart.yaml wants and {@code charts/} has not, as a dependency build does.
 */
final class MissingCharts {
  private static final String FILE = "file://";
  private static final int DEEPEST = 10;

  private final SourceFiles files;
  private final DependencySource source;

  MissingCharts(SourceFiles files, DependencySource source) {
    this.files = files;
    this.source = source;
  }

  /**
   * @throws HelmException naming the chart and what it misses
   */
  Chart added(Chart chart) {
    return added(chart, files.path(), 0);
  }

  private Chart added(Chart chart, String path, int depth) {
    if (chart.missing().isEmpty()) {
      return chart;
    }
    if (depth > DEEPEST) {
      throw new HelmException("chart " + chart.name() + ": charts want each other without end");
    }
    Map<String, String> locked = locked(path);
    List<Chart> charts = new ArrayList<>(chart.charts());
    for (ChartDependency wanted : chart.missing()) {
      try {
        charts.add(fetched(wanted, locked, path, depth));
      } catch (HelmException e) {
        throw new HelmException(
            "chart %s wants %s: %s".formatted(chart.name(), wanted.chart(), e.getMessage()), e);
      }
    }
    return chart.with(charts);
  }

  private Chart fetched(
      ChartDependency wanted, Map<String, String> locked, String path, int depth) {
    if (wanted.repository().startsWith(FILE)) {
      String relative = wanted.repository().substring(FILE.length());
      String other = SourceFiles.within(path + "/" + relative, "the dependency");
      return added(ChartLoader.directory(files.repository(), other), other, depth + 1);
    }
    return source.fetch(wanted.at(locked.getOrDefault(wanted.chart(), wanted.version())));
  }

  /** The versions that the chart's lock file names. */
  private Map<String, String> locked(String path) {
    Map<String, String> versions = new HashMap<>();
    for (String name : List.of("requirements.lock", "Chart.lock")) {
      files
          .repository()
          .read(path.isEmpty() ? name : path + "/" + name)
          .map(data -> GoYaml.mapping(new ChartFile(name, data).text(), NumberStyle.KUBERNETES))
          .map(lock -> lock.get("dependencies"))
          .ifPresent(dependencies -> note(dependencies, versions));
    }
    return versions;
  }

  private static void note(Object dependencies, Map<String, String> versions) {
    if (dependencies instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> map && map.get("version") instanceof String version) {
          versions.put(String.valueOf(map.get("name")), version);
        }
      }
    }
  }
}
