package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.git.Origin;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several sources, several namespaces, several owners, and the operator's settings. */
abstract class TenancyContract extends InScene {
  private static final String TEMPLATE =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}, data: {value: '{{ .Values.text }}'}}";

  @Test
  void aChartTakesItsValuesFromAnotherRepository() throws Exception {
    String chart =
        scene.push(
            Map.of(
                "chart/Chart.yaml",
                "{apiVersion: v2, name: web, version: 1.0.0}",
                "chart/templates/one.yaml",
                TEMPLATE));
    try (Origin values = Origin.in(scene.folder().resolve("origins/values"))) {
      String first = values.commit("first", Map.of("prod/values.yaml", "text: blue"));
      scene.application("shop", "syncPolicy: {automated: {}}");
      scene.patch("shop", sources(values));
      scene.start();
      scene.await("shop", "Synced", "Healthy");
      assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("blue");
      assertThat(scene.get("shop").status().sync().revisions()).containsExactly(chart, first);
      assertThat(scene.get("shop").status().sourceTypes()).containsExactly("Helm");

      String second = values.commit("second", Map.of("prod/values.yaml", "text: green"));
      scene.refresh("shop");
      scene.await("shop", app -> app.status().history().size() == 2);
      scene.await("shop", "Synced", "Healthy");
      assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("green");
      assertThat(scene.get("shop").status().history().getLast().revisions())
          .containsExactly(chart, second);

      scene.patch("shop", "{\"spec\":{\"syncPolicy\":null}}");
      scene.sync(
          "shop",
          "{\"revisions\":[\"%s\",\"%s\"],\"sources\":%s}".formatted(chart, first, list(values)));
      scene.await("shop", app -> app.status().history().size() == 3);
      assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("blue");
      scene.await("shop", "OutOfSync", "Healthy");
    }
  }

  private String sources(Origin values) {
    return "{\"spec\":{\"source\":null,\"sources\":%s}}".formatted(list(values));
  }

  private String list(Origin values) {
    return """
    [{"repoURL": "%s", "path": "chart", "targetRevision": "main",
      "helm": {"valueFiles": ["$values/prod/values.yaml"]}},
     {"repoURL": "%s", "targetRevision": "main", "ref": "values"}]
    """
        .formatted(scene.origin.url(), values.url());
  }

  @Test
  void oneApplicationOfSeveralSourcesHasTheObjectsOfAll() throws Exception {
    scene.push(
        Map.of(
            "a/one.yaml", Scene.configMapOf("one", "1"),
            "b/two.yaml", Scene.configMapOf("two", "2"),
            "b/one.yaml", Scene.configMapOf("one", "twice")));
    scene.application("shop", "syncPolicy: {automated: {}}");
    scene.patch(
        "shop",
        "{\"spec\":{\"source\":null,\"sources\":[{\"repoURL\":\"%1$s\",\"path\":\"a\"},{\"repoURL\":\"%1$s\",\"path\":\"b\"}]}}"
            .formatted(scene.origin.url()));
    scene.start();
    scene.await("shop", "Synced", "Healthy");

    assertThat(scene.resources("shop"))
        .containsExactly("ConfigMap one Synced", "ConfigMap two Synced");
    assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("twice");
    assertThat(
            Scene.condition(
                scene.awaitCondition("shop", "RepeatedResourceWarning"), "RepeatedResourceWarning"))
        .hasValueSatisfying(message -> assertThat(message).contains("ConfigMap"));
  }

  @Test
  void anApplicationOfApplicationsBringsAndTakesThemWithTheirObjects() throws Exception {
    scene.push(
        Map.of(
            "child/one.yaml", Scene.configMapOf("one", "1"),
            "app/child.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: child
                  namespace: argocd
                  finalizers: [resources-finalizer.argocd.argoproj.io/background]
                spec:
                  project: default
                  source: {repoURL: '%s', path: child, targetRevision: main}
                  destination: {server: 'https://kubernetes.default.svc', namespace: team}
                  syncPolicy: {automated: {prune: true, selfHeal: true}}
                """
                    .formatted(scene.origin.url())));
    scene.application("parent", "syncPolicy: {automated: {prune: true, selfHeal: true}}");
    scene.patch(
        "parent",
        "{\"metadata\":{\"finalizers\":[\"resources-finalizer.argocd.argoproj.io/background\"]}}");
    scene.start();

    scene.eventually(() -> assertThat(scene.exists("child")).isTrue());
    scene.await("child", "Synced", "Healthy");
    scene.await("parent", "Synced", "Healthy");
    assertThat(scene.resources("parent")).containsExactly("Application child Synced");
    assertThat(scene.get("parent").status().history()).hasSize(1);

    scene.delete("parent");
    scene.eventually(() -> assertThat(scene.exists("parent")).isFalse());
    assertThat(scene.exists("child")).isFalse();
    assertThat(scene.configMap("one")).isEmpty();
  }

  private KubeObject elsewhere() {
    return scene
        .cluster
        .get(ResourceKind.APPLICATION, new ObjectKey("tenants", "shop"))
        .orElseThrow();
  }

  private void inAnotherNamespace() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.apply("{apiVersion: v1, kind: Namespace, metadata: {name: tenants}}");
    scene.alsoIn("tenants").start();
    scene.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: tenants}
        spec:
          project: default
          source: {repoURL: '%s', path: app, targetRevision: main}
          destination: {server: 'https://kubernetes.default.svc', namespace: team}
          syncPolicy: {automated: {selfHeal: true}}
        """
            .formatted(scene.origin.url()));
  }

  @Test
  void anApplicationOfAnotherNamespaceMarksItsObjectsByBoth() throws Exception {
    scene.restrict("default", "{\"spec\":{\"sourceNamespaces\":[\"ten*\"]}}");
    inAnotherNamespace();

    scene.eventually(
        () -> assertThat(elsewhere().at("status", "sync", "status")).isEqualTo("Synced"));
    assertThat(elsewhere().at("status", "controllerNamespace")).isEqualTo("argocd");
    assertThat(scene.configMap("one").orElseThrow().annotations())
        .containsEntry("argocd.argoproj.io/tracking-id", "tenants_shop:/ConfigMap:team/one");

    scene.apply(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: team}, data: {value: x}}");
    scene.eventually(
        () -> assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("1"));
  }

  @Test
  void aProjectThatDoesNotTakeTheNamespaceRefuses() throws Exception {
    inAnotherNamespace();

    scene.eventually(
        () ->
            assertThat(elsewhere().list("status", "conditions").toString())
                .contains(
                    "application 'shop' in namespace 'tenants' is not permitted to use project"
                        + " 'default'"));
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void healthIsWhatTheOperatorsScriptSays() throws Exception {
    scene.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: argocd-cm
          namespace: argocd
          labels: {app.kubernetes.io/part-of: argocd}
        data:
          resource.customizations: |
            networking.k8s.io/Ingress:
              health.lua: |
                hs = {}
                hs.status = "Healthy"
                return hs
        """);
    scene.push(
        Map.of(
            "app/ingress.yaml",
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec:
              rules:
                - host: shop.example.com
                  http:
                    paths:
                      - path: /
                        pathType: Prefix
                        backend: {service: {name: web, port: {number: 80}}}
            """));
    scene.application("shop", "syncPolicy: {automated: {}}").start();
    scene.await("shop", "Synced", "Healthy");

    scene.patch(
        ResourceKind.CONFIG_MAP, "argocd-cm", "{\"data\":{\"resource.customizations\":null}}");
    scene.await("shop", "Synced", "Progressing");
  }
}
