package io.tocsin.controller.helm.values;

import io.tocsin.controller.helm.chart.Chart;
import io.tocsin.controller.helm.chart.HelmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether the values are as the schemas of a chart and of the charts in it want them. */
public final class SchemaCheck {
  private static final int MOST = 5;

  private SchemaCheck() {}

  /**
   * @throws HelmException naming the chart and the values that are wrong
   */
  public static void check(Chart chart, Map<String, Object> values) {
    chart.schema().ifPresent(schema -> check(chart.name(), schema, values));
    for (Chart inner : chart.charts()) {
      if (values.get(inner.name()) instanceof Map<?, ?> own) {
        check(inner, Tables.table(own));
      }
    }
  }

  private static void check(String chart, String text, Map<String, Object> values) {
    Object schema;
    try {
      schema = JsonMapper.shared().readValue(text, Object.class);
    } catch (JacksonException e) {
      throw new HelmException(
          "chart %s, values.schema.json: %s".formatted(chart, e.getOriginalMessage()), e);
    }
    List<String> problems = new ArrayList<>(new Schema(schema).problems(values));
    if (!problems.isEmpty()) {
      throw new HelmException(
          "chart %s: the values are not as values.schema.json wants them: %s"
              .formatted(
                  chart, String.join("; ", problems.subList(0, Math.min(MOST, problems.size())))));
    }
  }
}
