package io.tocsin.controller.helm.render;

import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.ChartFile;
import io.tocsin.templates.functions.DeepCopy;
import io.tocsin.templates.functions.Dict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A file below {@code templates/} with what it is rendered with.
 *
 * @param name the path from the root chart's name on, such as {@code a/charts/b/templates/c.yaml}
 * @param variables {@code .Values} and so on, shared by the templates of a chart
 * @param basePath the directory of the chart's templates
 */
record TemplateFile(String name, String text, Dict variables, String basePath) {
  /** Subcharts first, so that what a parent defines counts. */
  private static final Comparator<TemplateFile> ORDER =
      Comparator.<TemplateFile>comparingLong(
              file -> file.name().chars().filter(c -> c == '/').count())
          .thenComparing(TemplateFile::name)
          .reversed();

  /** The templates of a chart and of the charts in it, in the order in which they are parsed. */
  static List<TemplateFile> all(
      Chart chart, Map<String, Object> values, Release release, Capabilities capabilities) {
    Dict shared = new Dict();
    shared.put("Release", release.variable());
    shared.put("Capabilities", capabilities.variable());
    List<TemplateFile> files = new ArrayList<>();
    collect(chart, chart.name(), DeepCopy.of(values), shared, true, files);
    files.sort(ORDER);
    return files;
  }

  private static Dict collect(
      Chart chart,
      String path,
      Object values,
      Dict shared,
      boolean root,
      List<TemplateFile> files) {
    Dict subcharts = new Dict();
    Dict variables = new Dict(shared);
    variables.put("Chart", ChartVariable.of(chart, root));
    variables.put("Files", FilesVariable.of(chart.files()));
    variables.put("Values", values instanceof Map<?, ?> ? values : new Dict());
    variables.put("Subcharts", subcharts);
    for (Chart inner : chart.charts()) {
      Object own = values instanceof Map<?, ?> map ? map.get(inner.name()) : null;
      String innerPath = path + "/charts/" + inner.name();
      subcharts.put(inner.name(), collect(inner, innerPath, own, shared, false, files));
    }
    for (ChartFile file : chart.templates()) {
      if (!chart.metadata().library() || file.name().startsWith("_")) {
        String name = path + "/" + file.path();
        files.add(new TemplateFile(name, file.text(), variables, path + "/templates"));
      }
    }
    return variables;
  }

  /** Whether it only defines what others use. */
  boolean isPartial() {
    return name.substring(name.lastIndexOf('/') + 1).startsWith("_");
  }

  boolean isNotes() {
    return name.endsWith("NOTES.txt");
  }
}
