package io.tocsin.controller.helm;

import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.ChartDependency;
import io.tocsin.controller.helm.chart.HelmException;

/** Fetches charts that a chart wants and that are not in its {@code charts/}. */
@FunctionalInterface
public interface DependencySource {
  /** Fetches nothing, and says so. */
  DependencySource NONE =
      wanted -> {
        throw new HelmException(
            "the chart %s from %s is not in charts/"
                .formatted(wanted.chart(), wanted.repository()));
      };

  /**
   * The chart of that name that meets the version.
   *
   * @throws HelmException when it cannot be had
   */
  Chart fetch(ChartDependency wanted);
}
