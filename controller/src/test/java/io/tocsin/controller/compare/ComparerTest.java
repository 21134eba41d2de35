package io.tocsin.controller.compare;

import static io.tocsin.controller.compare.Compared.compare;
import static io.tocsin.controller.compare.Compared.settings;
import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparerTest {
  @Test
  void anApplicationIsSyncedWhenAllItsResourcesAre() {
    Comparison comparison = compare(settings(), List.of(map("a", "1")), live("a", "1"));

    assertThat(comparison.status()).isEqualTo(SyncStatus.SYNCED);
    assertThat(statuses(comparison)).isEqualTo("a=Synced");
  }

  @Test
  void whatDiffersIsMissingOrExtraneousIsOutOfSync() {
    Comparison comparison =
        compare(
            settings(),
            List.of(map("b", "1"), map("c", "1"), map("a", "1")),
            live("a", "2"),
            live("b", "1"),
            live("d", "1"));

    assertThat(comparison.status()).isEqualTo(SyncStatus.OUT_OF_SYNC);
    assertThat(statuses(comparison))
        .isEqualTo("a=OutOfSync b=Synced c=OutOfSync d=OutOfSync(prune)");
  }

  @Test
  void anExtraneousResourceMayBeIgnored() {
    Comparison comparison =
        compare(
            settings(),
            List.of(),
            annotated("d", "argocd.argoproj.io/compare-options: 'IgnoreExtraneous'"));

    assertThat(comparison.status()).isEqualTo(SyncStatus.SYNCED);
    assertThat(statuses(comparison)).isEqualTo("d=OutOfSync(prune)");
  }

  @Test
  void hooksAreNotCompared() {
    KubeObject hook =
        annotated("h", "argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: '3'");
    Comparison comparison = compare(settings(), List.of(hook), hook);

    assertThat(comparison.status()).isEqualTo(SyncStatus.SYNCED);
    assertThat(comparison.hooks()).containsExactly(hook);
    assertThat(comparison.resources())
        .singleElement()
        .satisfies(
            resource -> {
              assertThat(resource.status()).isEmpty();
              assertThat(resource.hook()).isTrue();
              assertThat(resource.syncWave()).isEqualTo(3);
            });
  }

  @Test
  void whatIsSkippedDoesNotCount() {
    KubeObject skipped = annotated("s", "argocd.argoproj.io/hook: Skip");

    assertThat(compare(settings(), List.of(skipped)).status()).isEqualTo(SyncStatus.SYNCED);
  }

  @Test
  void aResourceWithACopiedMarkIsNeitherPrunedNorCounted() {
    KubeObject copied =
        annotated("x", "argocd.argoproj.io/tracking-id: 'app:/ConfigMap:ns/original'");
    Comparison comparison = compare(byAnnotation(), List.of(), copied);

    assertThat(comparison.status()).isEqualTo(SyncStatus.SYNCED);
    assertThat(comparison.resources())
        .singleElement()
        .satisfies(resource -> assertThat(resource.requiresPruning()).isFalse());
  }

  @Test
  void aResourceOfAnotherApplicationIsNamed() {
    KubeObject taken =
        annotated("x", "argocd.argoproj.io/tracking-id: 'team_other:/ConfigMap:ns/x'");
    Comparison comparison = compare(byAnnotation(), List.of(map("x", "1")), taken);

    assertThat(comparison.shared())
        .containsExactly("ConfigMap/x is part of applications app and team/other");
  }

  private static CompareSettings byAnnotation() {
    ResourceCustomizations customizations = ResourceCustomizations.standard();
    return CompareSettings.standard(
        Tracking.byAnnotation("app"),
        "ns",
        (group, kind) -> Optional.of(true),
        IgnoreRules.of(List.of(), customizations),
        customizations);
  }

  @Test
  void objectsOfTheClusterAreFoundWithoutANamespace() {
    KubeObject role = object("{apiVersion: x/v1, kind: ClusterThing, metadata: {name: r}}");

    assertThat(compare(settings(), List.of(role), role).status()).isEqualTo(SyncStatus.SYNCED);
  }

  @Test
  void theSameObjectUnderTwoGroupsCountsOnce() {
    String frame =
        "{apiVersion: %s/v1, kind: Ingress, metadata: {name: i, namespace: ns, uid: u, resourceVersion: '1'}}";
    KubeObject target = object(frame.formatted("networking.k8s.io"));

    Comparison comparison =
        compare(settings(), List.of(target), target, object(frame.formatted("extensions")));

    assertThat(comparison.resources()).hasSize(1);
  }

  @Test
  void aDeletionThatNeedsConsentIsSaid() {
    KubeObject careful = annotated("x", "argocd.argoproj.io/sync-options: 'Prune=confirm'");

    assertThat(compare(settings(), List.of(), careful).resources().getFirst())
        .extracting(ResourceComparison::requiresDeletionConfirmation)
        .isEqualTo(true);
  }

  @Test
  void whatDidNotChangeIsNotComparedAgain() {
    Comparer comparer = new Comparer(settings());
    KubeObject target = map("a", "1");
    String frame =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ns, uid: %s, resourceVersion: '%s'}, data: {x: '%s'}}";

    assertThat(status(comparer, target, frame.formatted("u", "7", "1"))).isEqualTo("Synced");
    assertThat(status(comparer, target, frame.formatted("u", "7", "unseen"))).isEqualTo("Synced");
    assertThat(status(comparer, target, frame.formatted("u", "8", "2"))).isEqualTo("OutOfSync");
    assertThat(status(comparer, target, frame.formatted("v", "7", "2"))).isEqualTo("OutOfSync");
    assertThat(status(comparer, map("a", "2"), frame.formatted("u", "7", "1")))
        .isEqualTo("OutOfSync");
  }

  private static String status(Comparer comparer, KubeObject target, String live) {
    KubeObject object = object(live);
    return comparer
        .compare(List.of(target), Map.of(ResourceKey.of(object), object))
        .status()
        .toString();
  }

  @Test
  void theStateIsWhatStandsInTheStatus() {
    assertThat(
            compare(settings(), List.of(map("a", "1")), live("a", "2"))
                .resources()
                .getFirst()
                .state(Optional.empty()))
        .satisfies(
            state -> {
              assertThat(state.key()).hasToString("ConfigMap/ns/a");
              assertThat(state.version()).isEqualTo("v1");
              assertThat(state.status()).isEqualTo("OutOfSync");
            });
  }

  private static String statuses(Comparison comparison) {
    StringBuilder statuses = new StringBuilder();
    for (ResourceComparison resource : comparison.resources()) {
      statuses
          .append(resource.key().name())
          .append('=')
          .append(resource.status().orElseThrow())
          .append(resource.requiresPruning() ? "(prune) " : " ");
    }
    return statuses.toString().strip();
  }

  private static KubeObject map(String name, String value) {
    return object(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: ns}, data: {x: '%s'}}"
            .formatted(name, value));
  }

  private static KubeObject live(String name, String value) {
    return object(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: ns, uid: u-%s, resourceVersion: '7'}, data: {x: '%s'}}"
            .formatted(name, name, value));
  }

  private static KubeObject annotated(String name, String annotations) {
    return object(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: ns, annotations: {%s}}}"
            .formatted(name, annotations));
  }
}
