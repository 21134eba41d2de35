package io.tocsin.controller.reconcile;

import static io.tocsin.controller.sync.Manifests.configMap;
import static io.tocsin.controller.sync.Manifests.hook;
import static io.tocsin.controller.sync.Manifests.job;
import static io.tocsin.controller.sync.Manifests.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Application;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hooks of every phase and policy, through the controller. */
abstract class SyncHooksContract extends InScene {
  private static final String SYNC = "{\"syncOptions\":[\"PrunePropagationPolicy=background\"]}";

  private static String goes(String policy) {
    return ", argocd.argoproj.io/hook-delete-policy: " + policy;
  }

  private void begin() {
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");
    scene.sync("shop", SYNC);
  }

  @Test
  void everyPhaseWaitsForTheOneBefore() throws Exception {
    scene.push(
        Map.of(
            "app/pre.yaml", job("pre", hook("PreSync")),
            "app/with.yaml", job("with", hook("Sync") + ", " + wave(1)),
            "app/post.yaml", job("post", hook("PostSync")),
            "app/alarm.yaml", job("alarm", hook("SyncFail")),
            "app/never.yaml", job("never", hook("Skip")),
            "app/one.yaml", configMap("one", "")));
    begin();

    scene.awaitMessage("shop", "waiting for completion of hook batch/Job/pre");
    assertThat(scene.configMap("one")).isEmpty();
    scene.finish("pre", true);
    scene.awaitMessage("shop", "waiting for completion of hook batch/Job/with");
    assertThat(scene.configMap("one")).isPresent();
    assertThat(scene.job("post")).isEmpty();
    scene.finish("with", true);
    scene.awaitMessage("shop", "waiting for completion of hook batch/Job/post");
    scene.finish("post", true);

    scene.await("shop", "Synced", "Healthy");
    assertThat(scene.results("shop"))
        .containsExactly(
            "PreSync pre Synced: played",
            "Sync one Synced: configmap/one created",
            "Sync with Synced: played",
            "PostSync post Synced: played");
    assertThat(scene.job("alarm")).isEmpty();
    assertThat(scene.job("never")).isEmpty();
  }

  @Test
  void aSyncThatSucceedsTakesAlongTheHooksWhosePolicySaysSo() throws Exception {
    scene.push(
        Map.of(
            "app/a.yaml", job("well", hook("PreSync") + goes("HookSucceeded")),
            "app/b.yaml", job("ill", hook("PreSync") + goes("HookFailed")),
            "app/c.yaml", job("anew", hook("PreSync") + goes("BeforeHookCreation")),
            "app/one.yaml", configMap("one", "")));
    begin();
    for (String each : new String[] {"well", "ill", "anew"}) {
      scene.awaitJob(each, "");
      scene.finish(each, true);
    }
    scene.await("shop", "Synced", "Healthy");

    assertThat(scene.job("well")).isEmpty();
    assertThat(scene.job("ill")).isPresent();
    String before = scene.job("anew").orElseThrow().uid();
    scene.sync("shop", SYNC);
    scene.awaitJob("anew", before);
  }

  @Test
  void aSyncThatFailsRunsTheHooksForThatAndTakesAlongThoseWhosePolicySaysSo() throws Exception {
    scene.push(
        Map.of(
            "app/a.yaml", job("well", hook("PreSync") + goes("HookSucceeded")),
            "app/b.yaml", job("ill", hook("PreSync") + goes("HookFailed")),
            "app/c.yaml", job("alarm", hook("SyncFail") + goes("HookSucceeded")),
            "app/one.yaml", configMap("one", "")));
    begin();
    scene.awaitJob("well", "");
    scene.awaitJob("ill", "");
    scene.finish("well", true);
    scene.finish("ill", false);
    scene.awaitJob("alarm", "");
    assertThat(scene.get("shop").operation()).isPresent();
    scene.finish("alarm", true);

    Application failed = scene.awaitPhase("shop", "Failed");
    assertThat(failed.status().operationState().orElseThrow().message())
        .startsWith("one or more synchronization tasks completed unsuccessfully");
    assertThat(scene.configMap("one")).isEmpty();
    assertThat(scene.job("ill")).isEmpty();
    assertThat(scene.job("well")).isPresent();
  }

  @Test
  void anApplyThatFailsRunsTheHooksForThat() throws Exception {
    scene.push(
        Map.of(
            "app/alarm.yaml",
            job("alarm", hook("SyncFail")),
            "app/one.yaml",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: nowhere}}"));
    begin();

    scene.awaitJob("alarm", "");
    scene.finish("alarm", true);
    Application failed = scene.awaitPhase("shop", "Failed");
    assertThat(failed.status().operationState().orElseThrow().message()).contains("nowhere");
  }

  @Test
  void aHookThatHasChangedRunsAsItIsNow() throws Exception {
    String before = job("pre", hook("PreSync"));
    scene.push(Map.of("app/pre.yaml", before, "app/one.yaml", configMap("one", "")));
    begin();
    String uid = scene.awaitJob("pre", "");
    scene.finish("pre", true);
    scene.await("shop", "Synced", "Healthy");

    scene.push(Map.of("app/pre.yaml", before.replace("busybox", "busybox:2")));
    scene.sync("shop", SYNC);
    scene.awaitJob("pre", uid);
    assertThat(scene.job("pre").orElseThrow().at("spec").toString()).contains("busybox:2");
    scene.finish("pre", true);
    scene.awaitPhase("shop", "Succeeded");
  }

  @Test
  void aHookThatNeverEndsIsEndedByTheTimeout() throws Exception {
    scene.patient(Duration.ofMinutes(3), Optional.of(Duration.ofSeconds(1)));
    scene.push(
        Map.of("app/pre.yaml", job("pre", hook("PreSync")), "app/one.yaml", configMap("one", "")));
    begin();

    Application ended = scene.awaitPhase("shop", "Failed");
    assertThat(ended.status().operationState().orElseThrow().message())
        .isEqualTo("Operation terminated");
    assertThat(scene.job("pre")).isEmpty();
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void helmsHooksRunInArgosPhases() throws Exception {
    scene.push(
        Map.of(
            "app/Chart.yaml", "{apiVersion: v2, name: web, version: 1.0.0}",
            "app/templates/one.yaml", configMap("one", ""),
            "app/templates/pre.yaml", job("pre", "helm.sh/hook: 'pre-install,pre-upgrade'"),
            "app/templates/test.yaml", job("test", "helm.sh/hook: test"),
            "app/templates/post.yaml", job("post", "helm.sh/hook: post-install")));
    begin();

    scene.awaitJob("pre", "");
    assertThat(scene.configMap("one")).isEmpty();
    scene.finish("pre", true);
    scene.awaitJob("post", "");
    assertThat(scene.configMap("one")).isPresent();
    scene.finish("post", true);
    scene.await("shop", "Synced", "Healthy");
    assertThat(scene.job("test")).isEmpty();
  }
}
