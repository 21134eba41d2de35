package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.source.ChartServer;
import io.tocsin.embedded.EmbeddedKubernetes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked for to be looked at from the ground up. */
class HardRefreshTest extends InScene {
  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();

  @Override
  String kubeconfig() {
    return api.kubeconfig();
  }

  @Override
  void stopCluster() {
    api.close();
  }

  private static Map<String, String> chart(String value) {
    return Map.of(
        "Chart.yaml",
        "{apiVersion: v2, name: web, version: 1.0.0}",
        "templates/c.yaml",
        Scene.configMapOf("one", value));
  }

  private void refresh(String kind) {
    scene.patch(
        "shop",
        "{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/refresh\":\"%s\"}}}".formatted(kind));
    scene.await(
        "shop", app -> !app.object().annotations().containsKey("argocd.argoproj.io/refresh"));
  }

  private void deploy(ChartServer server, String version) {
    String url =
        Base64.getEncoder().encodeToString(server.url().getBytes(StandardCharsets.US_ASCII));
    scene.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: charts
          namespace: argocd
          labels: {argocd.argoproj.io/secret-type: repository}
        data: {type: aGVsbQ==, url: %s, username: YW5u, password: cHc=}
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: shop, namespace: argocd}
        spec:
          project: default
          source: {repoURL: '%s', chart: web, targetRevision: %s}
          destination: {server: 'https://kubernetes.default.svc', namespace: team}
          syncPolicy: {automated: {selfHeal: true}}
        """
            .formatted(url, server.url(), version));
    scene.start();
    scene.await("shop", "Synced", "Healthy");
  }

  @Test
  void aChartThatWasChangedUnderItsVersionIsFetchedAgainByAHardRefreshAlone() throws Exception {
    try (ChartServer server = new ChartServer()) {
      server.add("1.0.0", chart("1"));
      deploy(server, "1.0.0");

      server.add("1.0.0", chart("2"));
      refresh("normal");
      assertThat(scene.get("shop").status().sync().status()).isEqualTo("Synced");
      assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("1");

      refresh("hard");
      scene.eventually(
          () ->
              assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("2"));
    }
  }

  @Test
  void aNewVersionOfARangeIsFoundByARefresh() throws Exception {
    try (ChartServer server = new ChartServer()) {
      server.add("1.0.0", chart("1"));
      deploy(server, "1.x");

      server.add("1.1.0", chart("2"));
      refresh("normal");

      scene.await("shop", app -> app.status().sync().revision().equals("1.1.0"));
    }
  }
}
