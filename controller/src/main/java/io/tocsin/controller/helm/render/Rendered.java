package io.tocsin.controller.helm.render;

import io.tocsin.controller.helm.chart.Chart;
import java.util.Collections;
import java.util.Map;

/**
 * What the templates of a chart gave.
 *
 * @param chart with the charts in it that took part
 * @param texts by the names of the templates
 */
public record Rendered(Chart chart, Map<String, String> texts) {
  public Rendered {
    texts = Collections.unmodifiableMap(texts);
  }
}
