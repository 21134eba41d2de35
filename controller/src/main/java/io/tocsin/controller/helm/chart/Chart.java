package io.tocsin.controller.helm.chart;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A chart and the charts in it. Immutable.
 *
 * @param values the defaults, all numbers {@link Double}
 * @param schema the text of values.schema.json
 * @param templates the files below {@code templates/}
 * @param files all files that are nothing special, those below {@code crds/} among them
 * @param charts the subcharts, in the order of their names
 */
public record Chart(
    ChartMetadata metadata,
    Map<String, Object> values,
    Optional<String> schema,
    List<ChartFile> templates,
    List<ChartFile> files,
    List<Chart> charts) {
  public Chart {
    values = Collections.unmodifiableMap(values);
    templates = List.copyOf(templates);
    files = List.copyOf(files);
    charts = List.copyOf(charts);
  }

  /** The alias where the parent gave one. */
  public String name() {
    return metadata.name();
  }

  public Chart with(List<Chart> others) {
    return new Chart(metadata, values, schema, templates, files, others);
  }

  public Chart withValues(Map<String, Object> others) {
    return new Chart(metadata, others, schema, templates, files, charts);
  }

  public Chart withDependencies(List<ChartDependency> others) {
    return new Chart(metadata.with(others), values, schema, templates, files, charts);
  }

  /** The chart as its parent calls it. */
  public Chart named(String alias) {
    return new Chart(metadata.named(alias), values, schema, templates, files, charts);
  }

  /** The charts that Chart.yaml wants and that are not there. */
  public List<ChartDependency> missing() {
    return metadata.dependencies().stream()
        .filter(wanted -> charts.stream().noneMatch(chart -> chart.name().equals(wanted.chart())))
        .toList();
  }

  /** The files of custom resource definitions, those of subcharts after those of the chart. */
  public List<ChartFile> crds() {
    return Stream.concat(
            files.stream().filter(Chart::isCrd), charts.stream().flatMap(c -> c.crds().stream()))
        .toList();
  }

  private static boolean isCrd(ChartFile file) {
    String path = file.path().toLowerCase(Locale.ROOT);
    return file.path().startsWith("crds/")
        && (path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json"));
  }
}
