package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Syncs that nobody asks for. */
abstract class AutoSyncContract extends InScene {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 1
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: 'shop:%s'}]}
      """;

  private static String automated(String how) {
    return "syncPolicy: {automated: {" + how + "}}";
  }

  private OperationState last(String name) {
    return scene.get(name).status().operationState().orElseThrow();
  }

  @Test
  void aPushIsDeployedAndBecomesHealthyWhenItsPodsAreReady() throws Exception {
    scene.push(Map.of("app/web.yaml", DEPLOYMENT.formatted("1")));
    scene.application("shop", automated("")).start();
    scene.await("shop", "Synced", "Progressing");

    scene.ready("web");
    scene.await("shop", "Synced", "Healthy");

    String commit = scene.push(Map.of("app/web.yaml", DEPLOYMENT.formatted("2")));
    scene.refresh("shop");
    Application deployed = scene.await("shop", app -> app.status().history().size() == 2);
    scene.eventually(() -> scene.ready("web"));
    Application found =
        scene.await(
            "shop",
            app ->
                app.status().summary().images().equals(List.of("shop:2"))
                    && app.status().sync().status().equals("Synced"));

    assertThat(deployed.status().history().getLast().revision()).isEqualTo(commit);
    assertThat(found.object().annotations()).doesNotContainKey("argocd.argoproj.io/refresh");
    assertThat(last("shop").operation().initiatedBy().automated()).isTrue();
    assertThat(found.status().reconciledAt().orElseThrow())
        .isAfterOrEqualTo(found.status().operationState().orElseThrow().finishedAt().orElseThrow());
  }

  @Test
  void theEndOfASyncIsNeverSeenBesideAHealthFromBefore() throws Exception {
    scene.push(Map.of("app/web.yaml", DEPLOYMENT.formatted("1")));
    scene.application("shop", automated("")).start();
    scene.await("shop", "Synced", "Progressing");
    scene.ready("web");
    scene.await("shop", "Synced", "Healthy");

    try (Versions versions = scene.versions("shop")) {
      String commit = scene.push(Map.of("app/web.yaml", DEPLOYMENT.formatted("2")));
      scene.refresh("shop");
      scene.await("shop", app -> app.status().history().size() == 2);
      scene.await("shop", "Synced", "Progressing");

      assertThat(versions.seen())
          .filteredOn(
              app ->
                  app.status()
                      .operationState()
                      .filter(state -> state.phase() == Phase.SUCCEEDED)
                      .flatMap(OperationState::syncResult)
                      .filter(result -> result.revision().equals(commit))
                      .isPresent())
          .isNotEmpty()
          .extracting(app -> app.status().health().status())
          .containsOnly("Progressing");
    }
  }

  @Test
  void whatIsGoneFromGitIsPrunedWhereThatIsSaid() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml", Scene.configMapOf("one", "1"),
            "app/two.yaml", Scene.configMapOf("two", "2")));
    scene
        .application(
            "shop",
            "syncPolicy: {automated: {prune: true},"
                + " syncOptions: [PrunePropagationPolicy=background]}")
        .start();
    scene.await("shop", "Synced", "Healthy");

    Files.delete(scene.origin.folder().resolve("app/two.yaml"));
    scene.origin.git().rm().addFilepattern("app/two.yaml").call();
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.refresh("shop");

    scene.eventually(() -> assertThat(scene.configMap("two")).isEmpty());
    scene.await("shop", "Synced", "Healthy");
    assertThat(scene.resources("shop")).containsExactly("ConfigMap one Synced");
  }

  @Test
  void withoutPruningWhatIsGoneFromGitStaysAndIsOutOfSync() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml", Scene.configMapOf("one", "1"),
            "app/two.yaml", Scene.configMapOf("two", "2")));
    scene.application("shop", automated("")).start();
    scene.await("shop", "Synced", "Healthy");

    scene.origin.git().rm().addFilepattern("app/two.yaml").call();
    scene.push(Map.of());
    scene.refresh("shop");

    Application found = scene.await("shop", "OutOfSync", "Healthy");
    assertThat(found.status().resources().getLast().requiresPruning()).isTrue();
    assertThat(scene.configMap("two")).isPresent();
  }

  @Test
  void anEmptiedRepositoryDoesNotWipeOutEverything() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1"), "app/readme.md", "stays"));
    scene.application("shop", automated("prune: true")).start();
    scene.await("shop", "Synced", "Healthy");

    scene.origin.git().rm().addFilepattern("app/one.yaml").call();
    String commit = scene.push(Map.of());
    scene.refresh("shop");

    Application found = scene.awaitCondition("shop", "SyncError");
    assertThat(Scene.condition(found, "SyncError"))
        .contains("Skipping sync attempt to " + commit + ": auto-sync will wipe out all resources");
    assertThat(scene.configMap("one")).isPresent();
  }

  @Test
  void selfHealPutsBackWhatSomebodyChanged() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", automated("selfHeal: true")).start();
    scene.await("shop", "Synced", "Healthy");

    change("one", "2");

    scene.eventually(() -> assertThat(value("one")).isEqualTo("1"));
    scene.await("shop", "Synced", "Healthy");
    assertThat(last("shop").operation().sync().orElseThrow().selfHealAttempts()).isEqualTo(1);
    assertThat(scene.get("shop").status().history()).hasSize(1);
  }

  @Test
  void withoutSelfHealADriftIsShownAndStays() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", automated("")).start();
    scene.await("shop", "Synced", "Healthy");

    change("one", "2");

    scene.await("shop", "OutOfSync", "Healthy");
    assertThat(value("one")).isEqualTo("2");
  }

  @Test
  void aDriftThatComesBackAgainAndAgainIsSaid() throws Exception {
    scene.healing(
        new SelfHealPace(Duration.ofMillis(50), 1, Duration.ofMillis(50), Duration.ofMinutes(5)));
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", automated("selfHeal: true")).start();
    scene.await("shop", "Synced", "Healthy");

    for (int i = 0; i < 5; i++) {
      change("one", "drift");
      scene.eventually(() -> assertThat(value("one")).isEqualTo("1"));
    }
    change("one", "drift");

    assertThat(Scene.condition(scene.awaitCondition("shop", "SyncError"), "SyncError"))
        .contains(
            "Self-heal does not last: something else changes ConfigMap/team/one again and again");
  }

  @Test
  void anApplicationIsSyncedOnceItsPolicySaysSo() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");

    scene.patch("shop", "{\"spec\":{\"syncPolicy\":{\"automated\":{\"selfHeal\":true}}}}");

    scene.await("shop", "Synced", "Healthy");
  }

  @Test
  void aFightGetsSlower() throws Exception {
    scene.healing(
        new SelfHealPace(Duration.ofMillis(150), 4, Duration.ofMinutes(5), Duration.ofMinutes(5)));
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", automated("selfHeal: true")).start();
    scene.await("shop", "Synced", "Healthy");
    List<Long> millis = new ArrayList<>();

    for (int i = 0; i < 4; i++) {
      long begun = System.nanoTime();
      change("one", "drift");
      scene.eventually(() -> assertThat(value("one")).isEqualTo("1"));
      millis.add((System.nanoTime() - begun) / 1_000_000);
    }

    assertThat(millis.getLast())
        .as("2.4 s, less the second that times are cut to")
        .isGreaterThan(1300);
  }

  @Test
  void anApplicationThatMayBeEmptyIsEmptied() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1"), "app/readme.md", "stays"));
    scene
        .application(
            "shop",
            "syncPolicy: {automated: {prune: true, allowEmpty: true},"
                + " syncOptions: [PrunePropagationPolicy=background]}")
        .start();
    scene.await("shop", "Synced", "Healthy");

    scene.origin.git().rm().addFilepattern("app/one.yaml").call();
    scene.push(Map.of());
    scene.refresh("shop");

    scene.eventually(() -> assertThat(scene.configMap("one")).isEmpty());
    scene.await("shop", "Synced", "Healthy");
    assertThat(scene.resources("shop")).isEmpty();
  }

  @Test
  void aSyncThatFailsForAWhileSucceedsAtALaterTryAndSaysWhenThatIs() throws Exception {
    String missing = "toys" + System.nanoTime();
    scene.push(
        Map.of(
            "app/one.yaml",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: %s}}"
                .formatted(missing)));
    scene
        .application(
            "shop",
            "syncPolicy: {automated: {}, retry: {limit: -1, backoff: {duration: 2s, factor: 1}}}")
        .start();
    Application waiting = scene.awaitMessage("shop", "Retrying attempt #1 at ");
    assertThat(waiting.status().operationState().orElseThrow().finishedAt()).isPresent();

    scene.apply("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(missing));

    Application synced = scene.await("shop", "Synced", "Healthy");
    assertThat(last("shop").retryCount()).isPositive();
    assertThat(synced.status().history()).hasSize(1);
  }

  @Test
  void aSyncThatFailsIsTriedAsOftenAsTheApplicationSaysAndNotAgainForTheSameCommit()
      throws Exception {
    scene.push(
        Map.of("app/one.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: Bad_Name}}"));
    scene
        .application(
            "shop",
            "syncPolicy: {automated: {}, retry: {limit: 2, backoff: {duration: 10ms, factor: 1}}}")
        .start();

    Application failed = scene.awaitCondition("shop", "SyncError");

    assertThat(Scene.condition(failed, "SyncError").orElseThrow())
        .startsWith("Failed last sync attempt to ")
        .contains("(retried 2 times)");
    assertThat(failed.status().operationState().orElseThrow().retryCount()).isEqualTo(2);

    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.refresh("shop");
    Application mended = scene.await("shop", "Synced", "Healthy");
    assertThat(Scene.condition(mended, "SyncError")).isEmpty();
  }

  @Test
  void aWindowOfTheProjectHoldsSyncsBack() throws Exception {
    scene.project(
        "default",
        "syncWindows: [{kind: deny, schedule: '* * * * *', duration: 1h, applications: ['*']}]");
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", automated("")).start();
    scene.await("shop", "OutOfSync", "Missing");

    scene.sync("shop", "{}");
    scene.await(
        "shop",
        app ->
            app.status()
                .operationState()
                .filter(state -> state.message().equals("Sync operation blocked by sync window"))
                .isPresent());
    assertThat(scene.configMap("one")).isEmpty();
  }

  private void change(String name, String value) {
    scene.apply(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: team}, data: {value: '%s'}}"
            .formatted(name, value));
  }

  private Object value(String name) {
    return scene.configMap(name).orElseThrow().at("data", "value");
  }
}
