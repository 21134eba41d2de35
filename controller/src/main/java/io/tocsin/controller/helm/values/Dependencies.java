package io.tocsin.controller.helm.values;

import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.ChartDependency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the charts in a chart take part, under which names, and which of their values the parent
 * takes over. Rules: Helm 4.
 */
public final class Dependencies {
  private Dependencies() {}

  /**
   * The chart with the charts in it that tags and conditions leave, and with the values that it
   * imports from them.
   */
  public static Chart resolve(Chart chart, Map<String, Object> values) {
    return withImports(enabled(chart, values, ""));
  }

  private static Chart enabled(Chart chart, Map<String, Object> values, String path) {
    List<ChartDependency> wanted = chart.metadata().dependencies();
    if (wanted.isEmpty()) {
      return chart;
    }
    Chart named = chart.with(named(chart, wanted));
    Map<String, Object> all = Coalesce.values(named, values);
    List<ChartDependency> left =
        wanted.stream().filter(dependency -> isEnabled(dependency, all, path)).toList();
    List<String> removed =
        wanted.stream().filter(d -> !left.contains(d)).map(ChartDependency::name).toList();
    List<Chart> charts =
        named.charts().stream()
            .filter(inner -> !removed.contains(inner.name()))
            .map(inner -> enabled(inner, all, path + inner.name() + "."))
            .toList();
    return named.with(charts).withDependencies(left);
  }

  /** First the charts that Chart.yaml does not know, then those it wants, under their aliases. */
  private static List<Chart> named(Chart chart, List<ChartDependency> wanted) {
    List<Chart> charts = new ArrayList<>();
    for (Chart inner : chart.charts()) {
      if (wanted.stream().noneMatch(dependency -> dependency.isMetBy(inner))) {
        charts.add(inner);
      }
    }
    for (ChartDependency dependency : wanted) {
      chart.charts().stream()
          .filter(dependency::isMetBy)
          .findFirst()
          .ifPresent(inner -> charts.add(inner.named(dependency.name())));
    }
    return charts;
  }

  /** A condition that finds a boolean counts more than the tags. */
  private static boolean isEnabled(
      ChartDependency dependency, Map<String, Object> values, String path) {
    for (String condition : dependency.condition().strip().split(",")) {
      if (!condition.isEmpty()) {
        Optional<Object> value = Tables.leaf(values, path + condition);
        if (value.isPresent() && value.get() instanceof Boolean enabled) {
          return enabled;
        }
      }
    }
    return isTagged(dependency, values);
  }

  private static boolean isTagged(ChartDependency dependency, Map<String, Object> values) {
    Map<String, Object> tags = Tables.at(values, "tags").orElse(Map.of());
    boolean anyTrue =
        dependency.tags().stream().anyMatch(tag -> Boolean.TRUE.equals(tags.get(tag)));
    return anyTrue
        || dependency.tags().stream().noneMatch(tag -> Boolean.FALSE.equals(tags.get(tag)));
  }

  private static Chart withImports(Chart chart) {
    Chart resolved = chart.with(chart.charts().stream().map(Dependencies::withImports).toList());
    List<ChartDependency> wanted = resolved.metadata().dependencies();
    if (wanted.stream().allMatch(dependency -> dependency.importValues().isEmpty())) {
      return resolved;
    }
    Map<String, Object> own = Coalesce.merged(resolved, Map.of());
    Map<String, Object> imported = new LinkedHashMap<>();
    for (ChartDependency dependency : wanted) {
      for (Object item : dependency.importValues()) {
        imports(own, dependency.name(), item, imported);
      }
    }
    return resolved.withValues(Coalesce.tables(Tables.copy(own), imported));
  }

  private static void imports(
      Map<String, Object> values, String chart, Object item, Map<String, Object> imported) {
    String child =
        item instanceof Map<?, ?> map ? String.valueOf(map.get("child")) : "exports." + item;
    String parent = item instanceof Map<?, ?> map ? String.valueOf(map.get("parent")) : ".";
    Tables.at(values, chart + "." + child)
        .map(Tables::copy)
        .ifPresent(table -> Coalesce.tables(imported, Tables.nested(parent, table)));
  }
}
