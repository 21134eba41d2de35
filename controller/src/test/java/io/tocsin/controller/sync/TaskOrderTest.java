package io.tocsin.controller.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.SyncOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskOrderTest {
  @Test
  void tasksAreOrderedByPhaseWaveKindAndName() {
    assertThat(
            titles(
                task(SyncPhase.SYNC, "v1", "Service", "b", 0),
                task(SyncPhase.SYNC, "example.com/v1", "Toy", "a", 0),
                task(SyncPhase.SYNC, "v1", "ConfigMap", "z", 0),
                task(SyncPhase.SYNC, "apps/v1", "Deployment", "a", -1),
                task(SyncPhase.POST_SYNC, "v1", "ConfigMap", "a", -9),
                task(SyncPhase.PRE_SYNC, "batch/v1", "Job", "a", 9),
                task(SyncPhase.SYNC, "v1", "Service", "a", 0)))
        .containsExactly(
            "PreSync 9 Job/a",
            "Sync -1 Deployment/a",
            "Sync 0 ConfigMap/z",
            "Sync 0 Service/a",
            "Sync 0 Service/b",
            "Sync 0 Toy/a",
            "PostSync -9 ConfigMap/a");
  }

  @Test
  void aNamespaceComesBeforeTheFirstThatNeedsIt() {
    SyncTask inside = task(SyncPhase.PRE_SYNC, "batch/v1", "Job", "a", 2, "team");

    assertThat(
            titles(
                task(SyncPhase.SYNC, "v1", "Namespace", "team", 5),
                inside,
                task(SyncPhase.SYNC, "v1", "Namespace", "other", 5)))
        .containsExactly("PreSync 2 Namespace/team", "PreSync 2 Job/a", "Sync 5 Namespace/other");
  }

  @Test
  void aDefinitionComesBeforeItsObjects() {
    SyncTask definition =
        SyncTask.of(
            SyncPhase.SYNC,
            Optional.of(
                Yamls.object(
                    """
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: {name: toys.example.com}
                    spec: {group: example.com, names: {kind: Toy}}
                    """)),
            Optional.empty());

    assertThat(
            titles(
                definition,
                task(SyncPhase.SYNC, "example.com/v1", "Toy", "a", -3),
                task(SyncPhase.SYNC, "v1", "ConfigMap", "a", 0)))
        .containsExactly(
            "Sync -3 CustomResourceDefinition/toys.example.com",
            "Sync -3 Toy/a",
            "Sync 0 ConfigMap/a");
  }

  @Test
  void prunesRunThroughTheirWavesBackwards() {
    assertThat(
            waves(
                "{}",
                prune("a", -1),
                prune("b", 2),
                prune("c", 7),
                task(SyncPhase.SYNC, "v1", "ConfigMap", "d", 9)))
        .containsExactly(7, 2, -1, 9);
    assertThat(
            waves(
                "{syncOptions: [PruneLast=true]}",
                prune("a", -1),
                prune("b", 2),
                task(SyncPhase.SYNC, "v1", "ConfigMap", "d", 4)))
        .containsExactly(5, 5, 4);
  }

  private static List<Integer> waves(String operation, SyncTask... tasks) {
    Application application =
        Yamls.application("{metadata: {}, spec: {}, operation: {sync: " + operation + "}}");
    SyncOperation sync = application.operation().orElseThrow().sync().orElseThrow();
    SyncSettings settings = SyncSettings.of(application, sync, "abc", Instant.EPOCH);
    return Waves.ofPrunes(Arrays.asList(tasks), settings).stream().map(SyncTask::wave).toList();
  }

  private static SyncTask prune(String name, int wave) {
    SyncTask task = task(SyncPhase.SYNC, "v1", "ConfigMap", name, wave);
    return SyncTask.of(SyncPhase.SYNC, Optional.empty(), task.target());
  }

  private static List<String> titles(SyncTask... tasks) {
    List<SyncTask> mixed = new ArrayList<>(Arrays.asList(tasks));
    Collections.reverse(mixed);
    return TaskOrder.sorted(mixed).stream()
        .map(
            each ->
                each.phase()
                    + " "
                    + each.wave()
                    + " "
                    + each.key().kind()
                    + "/"
                    + each.key().name())
        .toList();
  }

  private static SyncTask task(
      SyncPhase phase, String apiVersion, String kind, String name, int wave) {
    return task(phase, apiVersion, kind, name, wave, "");
  }

  private static SyncTask task(
      SyncPhase phase, String apiVersion, String kind, String name, int wave, String namespace) {
    return SyncTask.of(
        phase,
        Optional.of(
            Yamls.object(
                "{apiVersion: %s, kind: %s, metadata: {name: %s, namespace: '%s', annotations: {argocd.argoproj.io/sync-wave: '%d'}}}"
                    .formatted(apiVersion, kind, name, namespace, wave))),
        Optional.empty());
  }
}
