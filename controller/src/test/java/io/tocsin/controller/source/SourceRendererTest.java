package io.tocsin.controller.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.git.GitListener.Request;
import io.tocsin.controller.git.Origin;
import io.tocsin.controller.git.RepositoryCredentials;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.SourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of applications in real repositories. */
class SourceRendererTest {
  private static final String CONFIG = "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}}";

  private static final String CHART = "apiVersion: v2\nname: web\nversion: 1.0.0\n";
  private static final String TEMPLATE =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: "{{ .Release.Name }}", namespace: "{{ .Release.Namespace }}"}
      data: {{ .Values | toJson }}
      """;

  @TempDir Path folder;
  private Origin origin;
  private Workbench bench;
  private String commit;

  @BeforeEach
  void aRepository() throws Exception {
    origin = Origin.in(folder.resolve("origins/app"));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("plain/a.yaml", CONFIG.formatted("a"));
    files.put("plain/sub/b.yaml", CONFIG.formatted("b"));
    files.put("kustom/kustomization.yaml", "resources: [c.yaml]\n");
    files.put("kustom/c.yaml", CONFIG.formatted("c"));
    files.put("chart/Chart.yaml", CHART);
    files.put("chart/values.yaml", "env: none\nimage: nginx\n");
    files.put("chart/templates/c.yaml", TEMPLATE);
    files.put("chart/values-prod.yaml", "env: prod\n");
    files.put("shared.yaml", "shared: true\n");
    files.put("both/Chart.yaml", "apiVersion: v2\nname: both\nversion: 1.0.0\n");
    files.put("both/kustomization.yaml", "configMapGenerator: [{name: g}]\n");
    files.put("overridden/a.yaml", CONFIG.formatted("a"));
    files.put("overridden/kustomization.yaml", "resources: [a.yaml]\n");
    files.put(
        "overridden/.argocd-source.yaml",
        "path: /etc\nrepoURL: https://evil\nkustomize: {namePrefix: all-, nameSuffix: -x}\n");
    files.put("overridden/.argocd-source-guestbook.yaml", "kustomize: {namePrefix: gb-}\n");
    files.put("images/kustomization.yaml", "resources: [pod.yaml]\n");
    files.put(
        "images/pod.yaml",
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {initContainers: [{image: side:1}],"
            + " containers: [{image: nginx}]}}");
    files.put("evil/passwd.yaml", "->../../../../../../../etc/passwd");
    commit = origin.commit("first", files);
    bench = new Workbench(folder, RenderLimits.DEFAULT);
  }

  @AfterEach
  void close() {
    bench.close();
    origin.close();
  }

  private String at(String more) {
    return "repoURL: %s\n%s\n".formatted(origin.url(), more);
  }

  private static List<String> names(Rendered rendered) {
    return rendered.manifests().stream().map(KubeObject::name).toList();
  }

  private static Object data(Rendered rendered) {
    assertThat(rendered.manifests()).hasSize(1);
    return rendered.manifests().getFirst().content().get("data");
  }

  @Test
  void theFolderSaysOfWhatTypeItIs() {
    Rendered plain = bench.render(at("path: plain"));
    assertThat(plain.type()).isEqualTo("Directory");
    assertThat(plain.revision()).isEqualTo(commit);
    assertThat(names(plain)).containsExactly("a");

    assertThat(bench.render(at("path: ./kustom/")).type()).isEqualTo("Kustomize");
    assertThat(names(bench.render(at("path: kustom")))).containsExactly("c");
    assertThat(bench.render(at("path: chart")).type()).isEqualTo("Helm");
    assertThat(bench.render(at("path: both")).type()).isEqualTo("Kustomize");
  }

  @Test
  void theSourceMaySayItItself() {
    assertThat(names(bench.render(at("path: plain\ndirectory: {recurse: true}"))))
        .containsExactly("a", "b");
    assertThat(bench.render(at("path: both\nhelm: {releaseName: x}")).type()).isEqualTo("Helm");
    assertThatThrownBy(() -> bench.render(at("path: plain\nhelm: {}\nkustomize: {}")))
        .hasMessage(
            "the source has options for Helm and for Kustomize, but can be one of them alone");
    assertThatThrownBy(() -> bench.render(at("path: plain\nplugin: {name: x}")))
        .hasMessage("the source is a plugin's, and plugins are not run here");
  }

  @Test
  void filesInTheFolderOverrideOptionsButNotThePlace() {
    assertThat(names(bench.render(at("path: overridden\nkustomize: {namePrefix: own-}"))))
        .containsExactly("gb-a-x");
  }

  @Test
  void whatIsNotThereIsNamed() {
    String label = origin.url() + " at " + commit.substring(0, 7);
    assertThatThrownBy(() -> bench.render(at("path: none")))
        .isInstanceOf(SourceException.class)
        .hasMessage("there is no folder none in " + label);
    assertThatThrownBy(() -> bench.render(at("path: ../..")))
        .hasMessage("path \"../..\" leaves the repository");
    assertThatThrownBy(() -> bench.render(at("path: /etc"))).hasMessageContaining("is absolute");
    assertThatThrownBy(() -> bench.render(at("path: evil")))
        .hasMessage("evil/passwd.yaml in %s is a link that leads out of the repository", label);
    assertThatThrownBy(() -> bench.render(at("targetRevision: main")))
        .hasMessage("the source of %s has neither a path nor a chart", origin.url());
    assertThatThrownBy(() -> bench.render(at("path: plain\ntargetRevision: gone")))
        .hasMessage("%s has no branch, tag or commit \"gone\"", origin.url());
  }

  @Test
  void aChartIsRenderedWithFilesAndParametersFilledIn() {
    Rendered rendered =
        bench.render(
            at(
                """
                path: chart
                helm:
                  releaseName: web
                  valueFiles: [values-prod.yaml, /shared.yaml, "${ARGOCD_APP_NAME}.yaml"]
                  ignoreMissingValueFiles: true
                  fileParameters: [{name: file, path: ../shared.yaml}]
                  parameters: [{name: rev, value: $ARGOCD_APP_REVISION_SHORT, forceString: true}]
                """));
    assertThat(rendered.type()).isEqualTo("Helm");
    assertThat(rendered.manifests().getFirst().key()).hasToString("team/web");
    assertThat(data(rendered))
        .isEqualTo(
            Map.of(
                "env", "prod",
                "image", "nginx",
                "shared", true,
                "file", "shared: true\n",
                "rev", commit.substring(0, 7)));
    assertThat(names(bench.render(at("path: chart")))).containsExactly("guestbook");
  }

  @Test
  void missingAndForeignValueFilesAreNamed() {
    for (String file : List.of("none.yaml", "$other/v.yaml", "http://h/v.yaml", "../../v.yaml")) {
      assertThatThrownBy(
              () -> bench.render(at("path: chart\nhelm: {valueFiles: ['%s']}".formatted(file))))
          .as(file)
          .isInstanceOf(SourceException.class)
          .hasMessageContaining(file.substring(file.lastIndexOf('/') + 1));
    }
  }

  @Test
  void valueFilesOfAnotherSourceFollowItsRevision() throws Exception {
    try (Origin values = Origin.in(folder.resolve("origins/values"));
        ChartServer server = new ChartServer()) {
      server.add("1.2.3", Map.of("Chart.yaml", CHART, "templates/c.yaml", TEMPLATE));
      server.add("2.0.0", Map.of("Chart.yaml", CHART));
      bench.credentials =
          new RepositoryCredentials(Map.of("type", "helm", "username", "ann", "password", "pw"));
      String first = values.commit("first", Map.of("env/prod.yaml", "v: 1\n"));
      String chart =
          """
          repoURL: %s
          chart: web
          targetRevision: 1.x
          helm: {valueFiles: [$values/env/prod.yaml]}
          """
              .formatted(server.url());
      String ref = "repoURL: %s\nref: values\n".formatted(values.url());

      Rendered rendered = bench.render(chart, ref);
      assertThat(rendered.revision()).isEqualTo("1.2.3");
      assertThat(rendered.type()).isEqualTo("Helm");
      assertThat(data(rendered)).isEqualTo(Map.of("v", 1L));
      assertThat(bench.render(ref, chart)).isEqualTo(new Rendered(List.of(), "", first));

      values.commit("second", Map.of("env/prod.yaml", "v: 2\n"));
      bench.repositories.forget(values.url());
      assertThat(data(bench.render(chart, ref))).isEqualTo(Map.of("v", 2L));

      RenderRequest now = Workbench.request(chart, ref);
      RenderRequest then =
          new RenderRequest(
              now.application(),
              now.namespace(),
              now.project(),
              now.source(),
              now.siblings(),
              Optional.of("1.2.3"),
              Map.of("values", first),
              "",
              List.of());
      assertThat(data(bench.renderer.render(then))).isEqualTo(Map.of("v", 1L));
    }
  }

  @Test
  void detailsTellParametersAndImages() {
    SourceDetails chart =
        bench.renderer.details(
            Workbench.request(at("path: chart\nhelm: {valueFiles: [values-prod.yaml]}")));
    assertThat(chart.type()).isEqualTo("Helm");
    assertThat(chart.helm().orElseThrow().parameters())
        .isEqualTo(Map.of("env", "prod", "image", "nginx"));
    assertThat(chart.helm().orElseThrow().valueFiles())
        .containsExactly("values-prod.yaml", "values.yaml");
    assertThat(
            bench.renderer.details(
                Workbench.request(at("path: images\nkustomize: {images: ['nginx:2']}"))))
        .isEqualTo(new SourceDetails("Kustomize", Optional.empty(), List.of("nginx:2", "side:1")));
    assertThat(bench.renderer.details(Workbench.request(at("path: plain"))).type())
        .isEqualTo("Directory");
  }

  @Test
  void theSameIsRenderedOnceHoweverManyAsk() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Rendered>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        answers.add(threads.submit(() -> bench.render(at("path: chart"))));
      }
      for (Future<Rendered> answer : answers) {
        assertThat(answer.get().manifests()).hasSize(1);
      }
    }
    assertThat(bench.asked).containsExactlyInAnyOrder(Request.LS_REMOTE, Request.FETCH);
    assertThat(bench.render(at("path: chart"))).isSameAs(bench.render(at("path: chart")));
  }

  @Test
  void anotherCommitAnotherNamespaceAndOtherOptionsAreRenderedAnew() throws Exception {
    Rendered rendered = bench.render(at("path: chart"));
    assertThat(names(bench.render(at("path: chart\nhelm: {releaseName: other}"))))
        .containsExactly("other");
    Source source = Workbench.source(at("path: chart"));
    RenderRequest elsewhere =
        RenderRequest.of("team_web", "elsewhere", "default", source, List.of());
    assertThat(bench.renderer.render(elsewhere).manifests().getFirst().key())
        .hasToString("elsewhere/web");

    origin.commit("second", Map.of("chart/values-prod.yaml", "x: 1"));
    assertThat(bench.render(at("path: chart"))).isSameAs(rendered);
    bench.repositories.forget(origin.url());
    assertThat(bench.render(at("path: chart"))).isNotEqualTo(rendered);
  }

  @Test
  void whatIsKeptIsBounded() {
    RenderCache cache = new RenderCache(10_000);
    for (int i = 0; i < 100; i++) {
      KubeObject object = new KubeObject(Map.of("data", "x".repeat(1000)));
      cache.put(i, new Rendered(List.of(object), "Directory", "r"));
      assertThat(cache.bytes()).isLessThanOrEqualTo(10_000);
    }
    assertThat(cache.get(99)).isPresent();
    assertThat(cache.get(0)).isEmpty();
  }
}
