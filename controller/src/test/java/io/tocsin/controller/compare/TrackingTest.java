package io.tocsin.controller.compare;

import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackingTest {
  private static final KubeObject DEPLOYMENT =
      object("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}}");

  @Test
  void anIdNamesTheApplicationAndTheObject() {
    TrackingId id = new TrackingId("team_app", new ResourceKey("apps", "Deployment", "ns", "web"));

    assertThat(id).hasToString("team_app:apps/Deployment:ns/web");
    assertThat(TrackingId.parse("team_app:apps/Deployment:ns/web")).contains(id);
    assertThat(TrackingId.parse("app:/Service:ns/system:x"))
        .contains(new TrackingId("app", new ResourceKey("", "Service", "ns", "system:x")));
    assertThat(TrackingId.parse("app:Service:ns/x")).isEmpty();
    assertThat(TrackingId.parse("app")).isEmpty();
  }

  @Test
  void eachMethodLeavesItsMark() {
    KubeObject annotated = Tracking.byAnnotation("app").mark(DEPLOYMENT, "ns");
    KubeObject labelled = tracking(TrackingMethod.LABEL, "app").mark(DEPLOYMENT, "ns");
    KubeObject both =
        tracking(TrackingMethod.ANNOTATION_AND_LABEL, "x".repeat(62) + "-y").mark(DEPLOYMENT, "ns");

    assertThat(annotated.annotations())
        .isEqualTo(Map.of(Tracking.TRACKING_ID, "app:apps/Deployment:ns/web"));
    assertThat(annotated.labels()).isEmpty();
    assertThat(labelled.labels()).isEqualTo(Map.of(Tracking.INSTANCE_LABEL, "app"));
    assertThat(labelled.annotations()).isEmpty();
    assertThat(both.labels()).isEqualTo(Map.of(Tracking.INSTANCE_LABEL, "x".repeat(62)));
    assertThat(both.annotations()).containsKey(Tracking.TRACKING_ID);
  }

  @Test
  void definitionsAreNotMarked() {
    KubeObject definition =
        object(
            "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a}}");

    assertThat(Tracking.byAnnotation("app").mark(definition, "ns")).isEqualTo(definition);
  }

  @Test
  void installationsThatShareAClusterAreToldApart() {
    Tracking first = new Tracking(TrackingMethod.ANNOTATION, "l", "app", "one");
    Tracking second = new Tracking(TrackingMethod.ANNOTATION, "l", "app", "two");
    KubeObject marked = first.mark(DEPLOYMENT, "ns");

    assertThat(first.marks(marked)).isTrue();
    assertThat(second.marks(marked)).isFalse();
  }

  @Test
  void aMarkThatWasCopiedIsNotTheObjectsOwn() {
    KubeObject copied =
        object(
            "{apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: ns, annotations: {argocd.argoproj.io/tracking-id: 'app:apps/Deployment:ns/web'}}}");

    assertThat(Tracking.byAnnotation("app").marks(copied)).isTrue();
    assertThat(Tracking.byAnnotation("app").isOwn(copied, null)).isFalse();
  }

  @Test
  void aChangeOfTheMethodAloneIsNoDifference() {
    KubeObject target = Tracking.byAnnotation("app").mark(DEPLOYMENT, "ns");
    KubeObject live = tracking(TrackingMethod.LABEL, "app").mark(DEPLOYMENT, "ns");

    KubeObject seen = Tracking.byAnnotation("app").withoutOldMarks(live, target);

    assertThat(seen).isEqualTo(target);
  }

  @Test
  void targetsGetTheirNamespacesAndAreThereOnce() {
    Scopes scopes = (group, kind) -> Optional.of(!kind.startsWith("Cluster"));

    TargetObjects targets =
        TargetObjects.of(
            List.of(
                object("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: '1'}}"),
                object(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: ns}, data: {x: '2'}}"),
                object(
                    "{apiVersion: x/v1, kind: ClusterThing, metadata: {name: b, namespace: ns}}"),
                object("{apiVersion: batch/v1, kind: Job, metadata: {generateName: j-}}"),
                object("{apiVersion: batch/v1, kind: Job, metadata: {generateName: j-}}")),
            Tracking.byAnnotation("app"),
            "ns",
            scopes);

    assertThat(targets.objects())
        .extracting(KubeObject::kind, KubeObject::namespace)
        .containsExactly(
            tuple("ConfigMap", "ns"),
            tuple("ClusterThing", ""),
            tuple("Job", "ns"),
            tuple("Job", "ns"));
    assertThat(targets.objects().getFirst().at("data", "x")).isEqualTo("2");
    assertThat(targets.objects().get(1).annotations())
        .containsEntry(Tracking.TRACKING_ID, "app:x/ClusterThing:ns/b");
    assertThat(targets.repeated())
        .containsExactly("Resource ConfigMap/ns/a appeared 2 times among application resources.");
  }

  private static Tracking tracking(TrackingMethod method, String instance) {
    return new Tracking(method, Tracking.INSTANCE_LABEL, instance, "");
  }
}
