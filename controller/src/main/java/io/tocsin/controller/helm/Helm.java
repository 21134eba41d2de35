package io.tocsin.controller.helm;

import io.tocsin.controller.application.HelmOptions;
import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.ChartLoader;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.render.ChartRenderer;
import io.tocsin.controller.helm.render.Manifests;
import io.tocsin.controller.helm.render.Rendered;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;

/** Renders the charts of Applications as Argo CD has them rendered. Immutable and thread-safe. */
public final class Helm {
  private final ChartRenderer renderer;
  private final DependencySource dependencies;

  /**
   * @param dependencies fetches charts that a chart wants and does not bring
   */
  public Helm(DependencySource dependencies) {
    this(new ChartRenderer(), dependencies);
  }

  public Helm(ChartRenderer renderer, DependencySource dependencies) {
    this.renderer = renderer;
    this.dependencies = dependencies;
  }

  /**
   * The objects of a chart: custom resource definitions, objects in Helm's order of kinds, hooks.
   * Hooks keep their annotations; {@link HelmHooks} says what they mean.
   *
   * @throws HelmException in one sentence that names the chart, the file, the line and the column
   */
  public List<KubeObject> render(HelmRequest request, SourceFiles files) {
    HelmOptions options = request.options();
    Chart loaded = ChartLoader.directory(files.repository(), files.path());
    Chart chart = new MissingCharts(files, dependencies).added(loaded);
    ValueFiles valueFiles = new ValueFiles(files, request.environment());
    Rendered rendered =
        renderer.render(
            chart,
            new GivenValues(options, valueFiles, request.environment()).all(),
            request.release(),
            request.capabilities(),
            !options.skipSchemaValidation());
    return Manifests.of(rendered, !options.skipCrds(), options.skipTests());
  }

  /**
   * What {@code repo.GetAppDetails} tells of a chart.
   *
   * @throws HelmException when a file of values cannot be read
   */
  public HelmDetails details(HelmOptions options, SourceFiles files) {
    return HelmDetails.of(options, files);
  }
}
