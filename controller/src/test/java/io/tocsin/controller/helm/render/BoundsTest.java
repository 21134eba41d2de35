package io.tocsin.controller.helm.render;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.helm.Charts;
import io.tocsin.controller.helm.chart.ChartLoader;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.templates.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  private static final ChartRenderer RENDERER =
      new ChartRenderer(
          new Limits(100_000, 200, 50_000, Duration.ofSeconds(10)), Duration.ofSeconds(20));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{range until 300}}{{range until 300}}{{end}}{{end}}|50000 steps",
        "{{define \"x\"}}{{include \"x\" .}}{{end}}{{include \"x\" .}}|template depth",
        "{{define \"x\"}}{{template \"x\" .}}{{end}}{{template \"x\" .}}|template depth",
        "{{tpl .Values.self .}}|template depth",
        "{{range until 200}}{{repeat 1000 \"x\"}}{{end}}|100000 characters",
        "{{repeat 1000000000 \"x\"}}|characters",
        "{{$_ := set .Values \"x\" .Values}}{{toYaml .Values}}{{toJson .Values}}{{.Values}}|chart c",
        "{{$_ := set .Values \"x\" .Values}}{{mustToYaml .Values}}|nested deeper"
      })
  void aTemplateThatLoopsOrGrowsIsStopped(String template, String reason) {
    var chart = ChartLoader.directory(Charts.chart("self: '{{tpl .Values.self .}}'", template), "");
    var release = new Release("my", "apps");
    var capabilities = Capabilities.of(Capabilities.LATEST, List.of());

    assertThatThrownBy(() -> RENDERER.render(chart, Map.of(), release, capabilities, true))
        .isInstanceOf(HelmException.class)
        .hasMessageStartingWith("chart c, templates/t.yaml:1:")
        .hasMessageContaining(reason);
  }
}
