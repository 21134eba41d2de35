package io.tocsin.controller.sync.delete;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.health.HealthCheck;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.sync.Propagation;
import io.tocsin.controller.sync.Yamls;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionTest {
  private static final HealthCheck HEALTH =
      new HealthCheck(ResourceCustomizations.standard(), Clock.systemUTC());
  private static final String CASCADE = "resources-finalizer.argocd.argoproj.io";
  private static final String ALL =
      "pre-delete-finalizer.argocd.argoproj.io, pre-delete-finalizer.argocd.argoproj.io/cleanup, "
          + CASCADE
          + ", post-delete-finalizer.argocd.argoproj.io,"
          + " post-delete-finalizer.argocd.argoproj.io/cleanup";

  @Test
  void theLastWaveGoesFirst() {
    List<KubeObject> live = List.of(map("low", 0), map("high", 5), map("high-too", 5));

    assertThat(next(CASCADE, List.of(), live))
        .isEqualTo(
            new DeletionStep.Delete(
                List.of(map("high", 5), map("high-too", 5)), Propagation.FOREGROUND));
    assertThat(next(CASCADE + "/background", List.of(), live))
        .extracting(step -> ((DeletionStep.Delete) step).propagation())
        .isEqualTo(Propagation.BACKGROUND);
  }

  @Test
  void oneWaveIsGoneBeforeTheNextGoes() {
    KubeObject going = object("ConfigMap", "high", "", "deletionTimestamp: '2026-06-01T12:00:00Z'");

    assertThat(next(CASCADE, List.of(), List.of(map("low", 0), going)))
        .isEqualTo(new DeletionStep.Await("2 objects remaining for deletion"));
  }

  @Test
  void someObjectsStay() {
    List<KubeObject> live =
        List.of(
            object("ConfigMap", "ours", "argocd.argoproj.io/sync-options: Delete=false", ""),
            object("ConfigMap", "helms", "helm.sh/resource-policy: keep", ""),
            Yamls.object(
                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata:"
                    + " {name: x}}"));

    assertThat(next(CASCADE, List.of(), live))
        .isEqualTo(new DeletionStep.Release(List.of(CASCADE)));
  }

  @Test
  void aDeletionMayHaveToBeConfirmed() {
    List<KubeObject> live =
        List.of(object("ConfigMap", "one", "argocd.argoproj.io/sync-options: Delete=confirm", ""));

    assertThat(next(CASCADE, List.of(), live))
        .isEqualTo(
            new DeletionStep.Await(
                "Resource ConfigMap/one requires manual confirmation to delete"));
    Application approved =
        Yamls.application(
            """
            metadata:
              finalizers: [resources-finalizer.argocd.argoproj.io]
              deletionTimestamp: "2026-06-01T12:00:00Z"
              annotations: {argocd.argoproj.io/deletion-approved: "2026-06-01T12:00:01Z"}
            spec: {}
            """);
    assertThat(new Deletion(HEALTH::of).next(new DeletionRequest(approved, List.of(), live)))
        .isInstanceOf(DeletionStep.Delete.class);
  }

  @Test
  void hooksRunBeforeAnythingGoes() {
    KubeObject hook = job("before", "PreDelete", "");
    List<KubeObject> resources = List.of(map("one", 0));

    assertThat(next(ALL, List.of(hook, map("one", 0)), resources))
        .isEqualTo(new DeletionStep.Create(List.of(hook)));
    assertThat(next(ALL, List.of(hook), List.of(map("one", 0), hook)))
        .isEqualTo(new DeletionStep.Await("Waiting for 1 PreDelete hooks to complete"));
    assertThat(next(ALL, List.of(hook), List.of(job("before", "PreDelete", "Complete"))))
        .isEqualTo(new DeletionStep.Release(List.of("pre-delete-finalizer.argocd.argoproj.io")));
  }

  @Test
  void aFailedHookKeepsEverything() {
    KubeObject failed = job("before", "PreDelete", "Failed");

    assertThat(next(ALL, List.of(failed), List.of(failed, map("one", 0))))
        .isEqualTo(new DeletionStep.Fail(List.of(failed), "PreDelete hook(s) failed: /before"));
  }

  @Test
  void hooksRunAfterEverythingIsGone() {
    String after =
        "post-delete-finalizer.argocd.argoproj.io,"
            + " post-delete-finalizer.argocd.argoproj.io/cleanup";
    KubeObject hook = job("after", "PostDelete", "");

    assertThat(next(after, List.of(hook), List.of()))
        .isEqualTo(new DeletionStep.Create(List.of(hook)));
    assertThat(next(after, List.of(hook), List.of(job("after", "PostDelete", "Complete"))))
        .isEqualTo(new DeletionStep.Release(List.of("post-delete-finalizer.argocd.argoproj.io")));
  }

  @Test
  void hooksGoInTheEndAsTheirPolicySays() {
    String cleanup = "post-delete-finalizer.argocd.argoproj.io/cleanup";
    KubeObject kept = job("after", "PostDelete", "Complete");
    KubeObject goes =
        job(
            "after",
            "PostDelete, argocd.argoproj.io/hook-delete-policy: HookSucceeded",
            "Complete");

    assertThat(next(cleanup, List.of(), List.of(kept)))
        .isEqualTo(new DeletionStep.Release(List.of(cleanup)));
    assertThat(next(cleanup, List.of(), List.of(goes)))
        .isEqualTo(new DeletionStep.Delete(List.of(goes), Propagation.BACKGROUND));
  }

  @Test
  void withoutOurFinalizersThereIsNothingToDo() {
    assertThat(next("example.com/theirs", List.of(), List.of(map("one", 0))))
        .isEqualTo(new DeletionStep.Done());
  }

  @Test
  void hooksAmongTheTargetsWantTheirFinalizers() {
    List<String> present = List.of("example.com/theirs", CASCADE);

    List<String> wanted =
        Finalizers.wanted(present, List.of(job("before", "PreDelete", ""), map("one", 0)));
    assertThat(wanted)
        .containsExactly(
            "example.com/theirs",
            CASCADE,
            "pre-delete-finalizer.argocd.argoproj.io",
            "pre-delete-finalizer.argocd.argoproj.io/cleanup");
    assertThat(Finalizers.wanted(wanted, List.of(map("one", 0)))).isEqualTo(present);
  }

  private static DeletionStep next(
      String finalizers, List<KubeObject> targets, List<KubeObject> live) {
    Application application =
        Yamls.application(
            "{metadata: {name: a, deletionTimestamp: '2026-06-01T12:00:00Z', finalizers: ["
                + finalizers
                + "]}, spec: {}}");
    return new Deletion(HEALTH::of).next(new DeletionRequest(application, targets, live));
  }

  private static KubeObject map(String name, int wave) {
    return object("ConfigMap", name, "argocd.argoproj.io/sync-wave: '" + wave + "'", "");
  }

  private static KubeObject object(String kind, String name, String annotations, String more) {
    return Yamls.object(
        "{apiVersion: v1, kind: %s, metadata: {name: %s, annotations: {%s}, %s}}"
            .formatted(kind, name, annotations, more));
  }

  private static KubeObject job(String name, String hook, String condition) {
    return Yamls.object(
        ("{apiVersion: batch/v1, kind: Job, metadata: {name: %s, annotations:"
                + " {argocd.argoproj.io/hook: %s}}, status: {conditions: [%s]}}")
            .formatted(
                name,
                hook,
                condition.isEmpty() ? "" : "{type: " + condition + ", status: 'True'}"));
  }
}
