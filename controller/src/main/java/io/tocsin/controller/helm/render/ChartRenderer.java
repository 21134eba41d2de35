package io.tocsin.controller.helm.render;

import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.Compatibility;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.values.Coalesce;
import io.tocsin.controller.helm.values.Dependencies;
import io.tocsin.controller.helm.values.SchemaCheck;
import io.tocsin.templates.GoTemplates;
import io.tocsin.templates.Limits;
import io.tocsin.templates.MissingKey;
import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateSet;
import io.tocsin.templates.functions.Dict;
import io.tocsin.templates.golang.GoException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders charts. Immutable and thread-safe. */
public final class ChartRenderer {
  private static final String NO_VALUE = "<no value>";

  private final GoTemplates language;
  private final Duration time;

  public ChartRenderer() {
    this(new Limits(16 << 20, 1_000, 20_000_000, Duration.ofSeconds(20)), Duration.ofSeconds(60));
  }

  /**
   * @param limits of each template
   * @param time of all templates of a chart together
   */
  public ChartRenderer(Limits limits, Duration time) {
    this.language = new GoTemplates(HelmFunctions.all(), MissingKey.ZERO, limits);
    this.time = time;
  }

  /**
   * Renders all templates of a chart, the notes too, as errors in them count.
   *
   * @param values over those of the chart
   * @return the texts of all but partial templates and notes, by names such as {@code
   *     a/charts/b/templates/c.yaml}, in their order
   * @throws HelmException naming the chart, the file, the line and the column
   */
  public Rendered render(
      Chart chart,
      Map<String, Object> values,
      Release release,
      Capabilities capabilities,
      boolean checkSchema) {
    check(chart, capabilities);
    Chart resolved = Dependencies.resolve(chart, values);
    Map<String, Object> all = Coalesce.values(resolved, values);
    if (checkSchema) {
      SchemaCheck.check(resolved, all);
    }
    return new Rendered(resolved, texts(resolved, all, release, capabilities));
  }

  private static void check(Chart chart, Capabilities capabilities) {
    if (chart.metadata().library()) {
      throw new HelmException("chart " + chart.name() + " is a library, which cannot be installed");
    }
    if (!chart.missing().isEmpty()) {
      List<String> names = chart.missing().stream().map(missing -> missing.chart()).toList();
      throw new HelmException(
          "chart %s: Chart.yaml wants %s, but charts/ has not"
              .formatted(chart.name(), String.join(", ", names)));
    }
    String range = chart.metadata().kubeVersion();
    String version = capabilities.kubeVersion().version();
    if (!range.isEmpty() && !Compatibility.isCompatible(range, version)) {
      throw new HelmException(
          "chart %s needs Kubernetes %s, and this is %s".formatted(chart.name(), range, version));
    }
  }

  private Map<String, String> texts(
      Chart chart, Map<String, Object> values, Release release, Capabilities capabilities) {
    long deadline = System.nanoTime() + time.toNanos();
    try {
      List<TemplateFile> files = TemplateFile.all(chart, values, release, capabilities);
      TemplateSet set = language.compileAll(sources(files));
      Map<String, String> texts = new TreeMap<>();
      for (TemplateFile file : files) {
        if (!file.isPartial()) {
          String text = text(set, file, chart.name());
          if (!file.isNotes()) {
            texts.put(file.name(), text);
          }
        }
        if (System.nanoTime() - deadline > 0) {
          throw new HelmException(
              "chart %s took longer than %d s to render".formatted(chart.name(), time.toSeconds()));
        }
      }
      return texts;
    } catch (TemplateException | GoException e) {
      throw new HelmException(TemplateErrors.sentence(chart.name(), "", e.getMessage()), e);
    }
  }

  private static Map<String, String> sources(List<TemplateFile> files) {
    Map<String, String> sources = new LinkedHashMap<>();
    files.forEach(file -> sources.put(file.name(), file.text()));
    return sources;
  }

  private static String text(TemplateSet set, TemplateFile file, String chart) {
    Dict template = new Dict();
    template.put("Name", file.name());
    template.put("BasePath", file.basePath());
    file.variables().put("Template", template);
    try {
      return set.render(file.name(), file.variables()).replace(NO_VALUE, "");
    } catch (TemplateException e) {
      throw new HelmException(TemplateErrors.sentence(chart, file.name(), e.getMessage()), e);
    }
  }
}
