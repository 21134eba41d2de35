package io.tocsin.controller.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.helm.chart.FileTree;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmTest {
  private static final Helm HELM = new Helm(DependencySource.NONE);

  private static List<KubeObject> render(String chart, String release, Map<String, ?> helm) {
    var request =
        new HelmRequest(
            HelmRequest.options(source(helm)),
            release,
            "apps",
            "v1.30.2+k3s1",
            List.of("example.com/v1"),
            BuildEnvironment.EMPTY);
    return HELM.render(request, new SourceFiles(Charts.tree(), chart));
  }

  private static List<KubeObject> render(FileTree files, Map<String, ?> helm) {
    var request = new HelmRequest(source(helm), "my", "apps");
    return HELM.render(request, new SourceFiles(files, ""));
  }

  private static Source source(Map<String, ?> helm) {
    return Source.of(Map.of("helm", helm));
  }

  private static Object data(FileTree files, Map<String, ?> helm) {
    return render(files, helm).getFirst().at("data");
  }

  @Test
  void aChartThatAsksForEverything() {
    Map<String, Object> values = Map.of("values", "removed: {goes: null}");

    assertThat(Charts.contents(render("shop", "my", values)))
        .containsExactlyElementsOf(Charts.expected("shop"));
  }

  @Test
  void aChartInTheUsualForm() {
    String values =
        """
        serviceAccount: {annotations: {role: reader}}
        imagePullSecrets: [{name: pull}]
        resources: {limits: {cpu: 100m, memory: 128Mi}}
        tolerations: [{key: spot, operator: Exists}]
        autoscaling: {enabled: true, maxReplicas: 5}
        ingress:
          enabled: true
          className: nginx
          hosts: [{host: shop.example.com, paths: [{path: /, pathType: Prefix}]}]
          tls: [{hosts: [shop.example.com], secretName: shop-tls}]
        """;

    assertThat(Charts.contents(render("web", "front", Map.of("values", values, "skipTests", true))))
        .containsExactlyElementsOf(Charts.expected("web"));
  }

  @Test
  void theUsualFormByDefaultHasFourObjects() {
    assertThat(render("web", "web-one", Map.of()))
        .extracting(KubeObject::kind, KubeObject::name)
        .containsExactly(
            tuple("ServiceAccount", "web-one"),
            tuple("Service", "web-one"),
            tuple("Deployment", "web-one"),
            tuple("Pod", "web-one-test-connection"));
  }

  @Test
  void chartsWithinChartsShareGlobalsAndGiveValuesToTheirParents() {
    assertThat(Charts.contents(render("family", "my", Map.of())))
        .containsExactlyElementsOf(Charts.expected("family"));
  }

  @Test
  void aNullOfTheUserTakesADefaultOfASubchartAwayAndOneOfTheParentDoesNot() {
    List<KubeObject> byDefault = render("family", "my", Map.of());
    List<KubeObject> nulled = render("family", "my", Map.of("values", "kid: {drop: null}"));

    assertThat(byDefault.get(1).at("data", "drop")).isEqualTo("true");
    assertThat(nulled.get(1).at("data", "drop")).isEqualTo("false");
  }

  @Test
  void conditionsAndTagsDecideWhichChartsTakePart() {
    assertThat(
            render(
                "family", "my", Map.of("values", "{tags: {twins: true}, other: {enabled: false}}")))
        .extracting(KubeObject::name)
        .contains("kid", "twin")
        .doesNotContain("other");
  }

  @Test
  void definitionsOfCustomResourcesAndTestsAreLeftOutOnRequest() {
    assertThat(render("shop", "my", Map.of("skipCrds", true, "skipTests", true)))
        .extracting(KubeObject::kind)
        .doesNotContain("CustomResourceDefinition", "Pod")
        .contains("Job");
  }

  @Test
  void theSchemaIsCheckedUnlessThatIsOff() {
    Map<String, Object> wrong = Map.of("values", "{replicas: many, port: 70000}");

    assertThatThrownBy(() -> render("shop", "my", wrong))
        .isInstanceOf(HelmException.class)
        .hasMessageContaining("chart shop: the values are not as values.schema.json wants them")
        .hasMessageContaining("replicas must be integer, but is string")
        .hasMessageContaining("port must be at most 65535");
    assertThat(
            render(
                "shop", "my", Map.of("values", "{replicas: many}", "skipSchemaValidation", true)))
        .isNotEmpty();
  }

  @Test
  void anErrorNamesChartFileLineAndColumn() {
    FileTree calling = Charts.chart("", "a: 1\nb: {{ .Values.x.y }}");
    FileTree failing = Charts.chart("", "a: 1\nb: {{ fail \"not\\nlike this\" }}");
    FileTree wanting = Charts.chart("", "b: {{ required \"x is wanted\" .Values.x }}");
    FileTree broken = Charts.chart("", "a: 1\nb: {{ if }}");

    assertThatThrownBy(() -> render(calling, Map.of()))
        .hasMessage(
            "chart c, templates/t.yaml:2:13: executing \"c/templates/t.yaml\" at <.Values.x.y>: nil"
                + " pointer evaluating interface {}.y");
    assertThatThrownBy(() -> render(failing, Map.of()))
        .hasMessage("chart c, templates/t.yaml:2:6: not like this");
    assertThatThrownBy(() -> render(wanting, Map.of()))
        .hasMessage("chart c, templates/t.yaml:1:6: x is wanted");
    assertThatThrownBy(() -> render(broken, Map.of()))
        .hasMessage("chart c, templates/t.yaml:2:9: missing value for if");
  }

  @Test
  void anErrorInAHelperNamesTheFileThatCalledIt() {
    FileTree files =
        Charts.files(
            "Chart.yaml", "name: c\nversion: 1.0.0",
            "templates/_h.tpl", "{{ define \"h\" }}\n {{ fail \"no\" }}{{ end }}",
            "templates/t.yaml", "{{ include \"h\" . }}");

    assertThatThrownBy(() -> render(files, Map.of()))
        .hasMessage("chart c, templates/_h.tpl:2:4 (in templates/t.yaml): no");
  }

  @Test
  void aTextThatIsNoYamlIsNamedByItsTemplate() {
    FileTree files = Charts.chart("", "kind: A\nmetadata: {name: a}\n---\nkind: B\n  x: 1\n");

    assertThatThrownBy(() -> render(files, Map.of()))
        .hasMessageStartingWith("chart c, templates/t.yaml: the rendered text is no YAML, line 2")
        .hasMessageEndingWith("the document that begins with kind: B");
    assertThatThrownBy(() -> render(Charts.chart("", "a: 1"), Map.of()))
        .hasMessage("chart c, templates/t.yaml: an object has no kind");
  }

  @Test
  void whatCannotBeInstalledSaysWhy() {
    assertThatThrownBy(() -> render(Charts.files("a", ""), Map.of()))
        .hasMessage("there is no Chart.yaml in the root directory");
    assertThatThrownBy(
            () ->
                render(
                    Charts.files("Chart.yaml", "{name: l, version: 1.0.0, type: library}"),
                    Map.of()))
        .hasMessage("chart l is a library, which cannot be installed");
    assertThatThrownBy(
            () ->
                render(
                    Charts.files(
                        "Chart.yaml", "{name: new, version: 1.0.0, kubeVersion: '>=1.99'}"),
                    Map.of("kubeVersion", "1.30")))
        .hasMessage("chart new needs Kubernetes >=1.99, and this is v1.30.0");
    assertThatThrownBy(() -> render(Charts.chart("", ""), Map.of("releaseName", "No_Name")))
        .hasMessageContaining("the release name \"No_Name\"");
  }

  @Test
  void aMissingChartIsTakenFromTheSameRepositoryWhereTheUrlIsOfAFile() {
    FileTree files =
        Charts.files(
            "a/Chart.yaml",
            "{name: a, version: 1.0.0, dependencies: [{name: b, version: 1.x, repository: 'file://../b'}]}",
            "b/Chart.yaml",
            "{name: b, version: 1.5.0}",
            "b/templates/x.yaml",
            "{kind: X, metadata: {name: x}}");
    var request = new HelmRequest(source(Map.of()), "my", "apps");

    assertThat(HELM.render(request, new SourceFiles(files, "a")))
        .extracting(KubeObject::name)
        .containsExactly("x");
  }

  @Test
  void aMissingChartThatCannotBeHadIsNamed() {
    FileTree files =
        Charts.files(
            "Chart.yaml",
            "{name: a, version: 1.0.0, dependencies: [{name: b, version: 1.x, repository: 'https://x'}]}");

    assertThatThrownBy(() -> render(files, Map.of()))
        .hasMessage("chart a wants b: the chart b from https://x is not in charts/");
  }

  @Test
  void valuesOfManyOriginsCountInHelmsOrder() {
    FileTree files =
        Charts.files(
            "Chart.yaml", "{name: c, version: 1.0.0}",
            "values.yaml", "{a: 0, b: 0, c: 0, d: 0, e: 0, f: 0}",
            "one.yaml", "{b: 1, c: 1, d: 1, e: 1, f: 1}",
            "two.yaml", "{c: 2, d: 2, e: 2, f: 2}",
            "text.txt", "from a file",
            "templates/t.yaml", "kind: C\ndata: {{ .Values | toJson }}");
    Map<String, Object> helm =
        Map.of(
            "valueFiles", List.of("one.yaml", "two.yaml"),
            "values", "{d: 9}",
            "valuesObject", Map.of("d", 3L, "e", 3L, "f", 3L),
            "parameters",
                List.of(
                    Map.of("name", "e", "value", "4"),
                    Map.of("name", "f", "value", "true", "forceString", true)),
            "fileParameters", List.of(Map.of("name", "g", "path", "text.txt")));

    assertThat(data(files, helm))
        .isEqualTo(
            Map.of("a", 0L, "b", 1L, "c", 2L, "d", 3L, "e", 4L, "f", "true", "g", "from a file"));
  }

  @Test
  void whatATemplateChangesTheNextOneOfTheChartSees() {
    FileTree files =
        Charts.files(
            "Chart.yaml", "{name: c, version: 1.0.0}",
            "values.yaml", "{m: {}}",
            "templates/z.yaml", "{{ $_ := set .Values.m \"k\" \"v\" }}",
            "templates/a.yaml", "kind: C\ndata: {{ .Values.m | toJson }}");

    assertThat(data(files, Map.of())).isEqualTo(Map.of("k", "v"));
    assertThat(data(files, Map.of())).isEqualTo(Map.of("k", "v"));
  }
}
