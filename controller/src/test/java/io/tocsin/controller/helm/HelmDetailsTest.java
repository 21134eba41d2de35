package io.tocsin.controller.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tocsin.controller.application.HelmOptions;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.helm.chart.FileTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmDetailsTest {
  @Test
  void theLeavesOfTheValuesAreParameters() {
    FileTree files =
        Charts.files(
            "c/values.yaml",
                "{image: {tag: v1, pull: true}, ports: [80, {name: x}], none: null, big: 1000000}",
            "c/values-prod.yaml", "image: {tag: v2}",
            "c/env/my-values.YML", "",
            "c/other.yaml", "",
            "values.yaml", "");
    HelmOptions options =
        HelmRequest.options(
            Source.of(
                Map.of(
                    "helm",
                    Map.of(
                        "valueFiles", List.of("values-prod.yaml", "missing.yaml"),
                        "fileParameters", List.of(Map.of("name", "a", "path", "b"))))));
    HelmDetails details =
        new Helm(DependencySource.NONE).details(options, new SourceFiles(files, "c"));

    assertThat(details.parameters())
        .containsOnly(
            entry("image.tag", "v2"),
            entry("image.pull", "true"),
            entry("ports[0]", "80"),
            entry("ports[1].name", "x"),
            entry("none", "<nil>"),
            entry("big", "1e+06"));
    assertThat(details.valueFiles())
        .containsExactlyInAnyOrder("values.yaml", "values-prod.yaml", "env/my-values.YML");
    assertThat(details.values()).startsWith("{image:");
    assertThat(details.fileParameters()).containsExactly(new HelmOptions.FileParameter("a", "b"));
  }
}
