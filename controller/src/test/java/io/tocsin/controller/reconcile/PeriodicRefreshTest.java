package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.EmbeddedKubernetes;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A push that nobody tells of is found when its time has come. */
class PeriodicRefreshTest extends InScene {
  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();

  @Override
  String kubeconfig() {
    return api.kubeconfig();
  }

  @Override
  void stopCluster() {
    api.close();
  }

  private String deployAndPush() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "syncPolicy: {automated: {}}").start();
    scene.await("shop", "Synced", "Healthy");
    return scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "2")));
  }

  private String revision() {
    return scene.get("shop").status().sync().revision();
  }

  @Test
  void aPushIsFoundWhenTheComparisonHasGrownOld() throws Exception {
    scene.refreshing(Duration.ofMillis(300), Duration.ZERO);
    String commit = deployAndPush();

    scene.await("shop", app -> app.status().sync().revision().equals(commit));
  }

  @Test
  void theJitterPutsThatOff() throws Exception {
    scene.refreshing(Duration.ofMillis(300), Duration.ofHours(10));
    String commit = deployAndPush();

    Awaitility.await()
        .during(Duration.ofMillis(900))
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(revision()).isNotEqualTo(commit));
  }
}
