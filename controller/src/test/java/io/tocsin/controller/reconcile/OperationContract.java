package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Deployment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Syncs that somebody asks for, and deletions. */
abstract class OperationContract extends InScene {
  private static String job(String name, String annotations) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: %s, annotations: {%s}}
    spec:
      template:
        spec: {restartPolicy: Never, containers: [{name: main, image: busybox}]}
    """
        .formatted(name, annotations);
  }

  @Test
  void oneSyncOfADirectoryMakesTheApplicationSynced() throws Exception {
    String commit = scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();

    Application found = scene.await("shop", "OutOfSync", "Missing");
    assertThat(found.status().sync().revision()).isEqualTo(commit);
    assertThat(found.status().sourceTypes()).containsExactly("Directory");
    assertThat(found.status().controllerNamespace()).isEqualTo("argocd");
    assertThat(scene.resources("shop")).containsExactly("ConfigMap one OutOfSync");

    scene.sync("shop", "{}");

    Application synced = scene.await("shop", "Synced", "Healthy");
    assertThat(synced.status().operationState().orElseThrow().message())
        .isEqualTo("successfully synced (all tasks run)");
    assertThat(synced.status().history()).hasSize(1);
    assertThat(scene.configMap("one").orElseThrow().annotations())
        .containsEntry("argocd.argoproj.io/tracking-id", "shop:/ConfigMap:team/one");
  }

  @Test
  void aRollbackDeploysWhatTheHistorySays() throws Exception {
    String first = scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");
    scene.sync("shop", "{}");
    scene.await("shop", "Synced", "Healthy");
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "2")));
    scene.sync("shop", "{}");
    scene.await("shop", app -> app.status().history().size() == 2);
    scene.await("shop", "Synced", "Healthy");

    scene.sync(
        "shop",
        "{\"revision\":\"%s\",\"source\":{\"repoURL\":\"%s\",\"path\":\"app\",\"targetRevision\":\"main\"}}"
            .formatted(first, scene.origin.url()));

    Application back = scene.await("shop", "OutOfSync", "Healthy");
    assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("1");
    assertThat(back.status().history().getLast().revision()).isEqualTo(first);
  }

  @Test
  void theHistoryIsAsLongAsTheApplicationSays() throws Exception {
    scene.application("shop", "revisionHistoryLimit: 2");
    for (int i = 0; i < 3; i++) {
      String commit = scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "v" + i)));
      if (i == 0) {
        scene.start();
      }
      scene.sync("shop", "{}");
      scene.await(
          "shop",
          app ->
              !app.status().history().isEmpty()
                  && app.status().history().getLast().revision().equals(commit));
    }

    assertThat(scene.get("shop").status().history())
        .extracting(Deployment::id)
        .containsExactly(1L, 2L);
  }

  @Test
  void aSyncWithoutHooksRunsNone() throws Exception {
    scene.push(
        Map.of(
            "app/before.yaml", job("before", "argocd.argoproj.io/hook: PreSync"),
            "app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.sync("shop", "{\"syncStrategy\":{\"apply\":{}}}");

    scene.await("shop", "Synced", "Healthy");
    assertThat(scene.job("before")).isEmpty();
  }

  @Test
  void manifestsThatAreGivenAreSyncedInPlaceOfTheSource() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.sync(
        "shop",
        "{\"manifests\":[\"{apiVersion: v1, kind: ConfigMap, metadata: {name: one}, data: {value: mine}}\"]}");

    scene.awaitPhase("shop", "Succeeded");
    assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("mine");
    scene.await("shop", "OutOfSync", "Healthy");
  }

  @Test
  void hooksAndWavesRunInTheirOrder() throws Exception {
    scene.push(
        Map.of(
            "app/before.yaml", job("before", "argocd.argoproj.io/hook: PreSync"),
            "app/first.yaml",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: first, annotations:"
                    + " {argocd.argoproj.io/sync-wave: '-1'}}}",
            "app/second.yaml", Scene.configMapOf("second", "2"),
            "app/after.yaml", job("after", "argocd.argoproj.io/hook: PostSync")));
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");
    scene.sync("shop", "{}");

    scene.eventually(() -> assertThat(scene.find("batch/v1", "Job", "before")).isPresent());
    assertThat(scene.configMap("first")).isEmpty();
    scene.finish("before", true);

    scene.eventually(() -> assertThat(scene.find("batch/v1", "Job", "after")).isPresent());
    assertThat(scene.configMap("second")).isPresent();
    scene.finish("after", true);

    Application synced = scene.await("shop", "Synced", "Healthy");
    assertThat(
            synced.status().operationState().orElseThrow().syncResult().orElseThrow().resources())
        .extracting(each -> each.key().name())
        .contains("before", "first", "second", "after");
  }

  @Test
  void aHookThatNeverEndsIsTerminatedOnDemandWhileOthersGoOn() throws Exception {
    scene.push(
        Map.of(
            "app/before.yaml", job("before", "argocd.argoproj.io/hook: PreSync"),
            "other/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("stuck", "").application("other", "").start();
    scene.patch("other", "{\"spec\":{\"source\":{\"path\":\"other\"}}}");
    scene.sync("stuck", "{}");
    scene.await(
        "stuck",
        app ->
            app.status()
                .operationState()
                .filter(state -> state.message().contains("waiting for completion of hook"))
                .isPresent());

    scene.sync("other", "{}");
    scene.await("other", "Synced", "Healthy");

    scene.patch("stuck", "{\"status\":{\"operationState\":{\"phase\":\"Terminating\"}}}");
    Application ended = scene.awaitPhase("stuck", "Failed");
    assertThat(ended.status().operationState().orElseThrow().message())
        .isEqualTo("Operation terminated");
  }

  @Test
  void aControllerThatIsKilledInTheMiddleOfASyncResumesIt() throws Exception {
    scene.push(
        Map.of(
            "app/before.yaml", job("before", "argocd.argoproj.io/hook: PreSync"),
            "app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.sync("shop", "{}");
    scene.eventually(() -> assertThat(scene.find("batch/v1", "Job", "before")).isPresent());
    String uid = scene.find("batch/v1", "Job", "before").orElseThrow().uid();
    String started =
        String.valueOf(scene.get("shop").object().at("status", "operationState", "startedAt"));

    scene.stop();
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "later")));
    scene.start();
    scene.finish("before", true);

    Application synced = scene.awaitPhase("shop", "Succeeded");
    assertThat(synced.object().at("status", "operationState", "startedAt")).isEqualTo(started);
    assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("1");
    assertThat(scene.find("batch/v1", "Job", "before").map(each -> each.uid())).contains(uid);
  }

  @Test
  void aDryRunChangesNothingAndIsNoHistory() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.sync("shop", "{\"dryRun\":true}");

    Application tried = scene.awaitPhase("shop", "Succeeded");

    assertThat(tried.status().history()).isEmpty();
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void anObjectOfAnotherApplicationFailsASyncThatSaysSo() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("first", "").application("second", "").start();
    scene.sync("first", "{}");
    scene.await("first", "Synced", "Healthy");
    scene.awaitCondition("second", "SharedResourceWarning");

    scene.sync("second", "{\"syncOptions\":[\"FailOnSharedResource=true\"]}");

    assertThat(
            scene.awaitPhase("second", "Failed").status().operationState().orElseThrow().message())
        .startsWith("Shared resource found: ");
  }

  @Test
  void whatIsIgnoredIsLeftAloneWhereThatIsRespected() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene
        .application(
            "shop",
            "ignoreDifferences: [{kind: ConfigMap, jsonPointers: [/data/value]}]\n"
                + "syncPolicy: {syncOptions: [RespectIgnoreDifferences=true]}")
        .start();
    scene.apply(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: team}, data: {value: '9'}}");
    scene.await("shop", app -> !app.status().sync().status().isEmpty());

    scene.sync("shop", "{}");

    scene.await("shop", "Synced", "Healthy");
    assertThat(scene.configMap("one").orElseThrow().at("data", "value")).isEqualTo("9");
  }

  @Test
  void aDeletedApplicationTakesItsObjectsAlongWithItsHooks() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml", Scene.configMapOf("one", "1"),
            "app/last.yaml", job("last", "argocd.argoproj.io/hook: PreDelete")));
    scene.application("shop", "syncPolicy: {automated: {}}");
    scene.patch(
        "shop",
        "{\"metadata\":{\"finalizers\":[\"resources-finalizer.argocd.argoproj.io/background\"]}}");
    scene.start();
    scene.await("shop", "Synced", "Healthy");
    scene.await(
        "shop", app -> app.finalizers().contains("pre-delete-finalizer.argocd.argoproj.io"));

    scene.delete("shop");

    scene.eventually(() -> assertThat(scene.find("batch/v1", "Job", "last")).isPresent());
    assertThat(scene.configMap("one")).isPresent();
    scene.finish("last", true);
    scene.eventually(() -> assertThat(scene.exists("shop")).isFalse());
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void anApplicationThatIsSaidToBeDeletedAloneLeavesItsObjects() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "syncPolicy: {automated: {}}").start();
    scene.await("shop", "Synced", "Healthy");

    scene.delete("shop");

    scene.eventually(() -> assertThat(scene.exists("shop")).isFalse());
    assertThat(scene.configMap("one")).isPresent();
  }
}
