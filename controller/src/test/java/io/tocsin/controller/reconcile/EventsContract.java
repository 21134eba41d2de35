package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code kubectl describe} says of an Application. */
abstract class EventsContract extends InScene {
  /** Those about the Application shop of this test. */
  private List<Event> events() {
    String uid = scene.get("shop").object().uid();
    return scene.client.v1().events().inNamespace("argocd").list().getItems().stream()
        .filter(event -> event.getInvolvedObject().getUid().equals(uid))
        .sorted(Comparator.comparing(event -> event.getMetadata().getName()))
        .toList();
  }

  private List<String> said() {
    return events().stream()
        .map(event -> event.getType() + " " + event.getReason() + " " + event.getMessage())
        .toList();
  }

  @Test
  void eachChangeIsToldOnceInArgoCdsWords() throws Exception {
    String commit = scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "syncPolicy: {automated: {}}").start();
    scene.await("shop", "Synced", "Healthy");
    scene.refresh("shop");
    scene.await(
        "shop", app -> !app.object().annotations().containsKey("argocd.argoproj.io/refresh"));
    scene.stop();

    assertThat(said())
        .containsExactlyInAnyOrder(
            "Normal ResourceUpdated Updated sync status:  -> OutOfSync",
            "Normal ResourceUpdated Updated health status:  -> Missing",
            "Normal OperationStarted Initiated automated sync to '%s'".formatted(commit),
            "Normal OperationCompleted Sync operation to %s succeeded".formatted(commit),
            "Normal ResourceUpdated Updated sync status: OutOfSync -> Synced",
            "Normal ResourceUpdated Updated health status: Missing -> Healthy");
  }

  @Test
  void anEventIsAboutItsApplicationAndSaysWhereItGoes() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");
    scene.eventually(() -> assertThat(events()).hasSize(2));

    Event event = events().getFirst();
    assertThat(event.getMetadata().getName()).matches("shop\\.[0-9a-f]{16}");
    assertThat(event.getMetadata().getAnnotations())
        .containsEntry("dest-server", "https://kubernetes.default.svc")
        .containsEntry("dest-namespace", "team");
    assertThat(event.getInvolvedObject().getKind()).isEqualTo("Application");
    assertThat(event.getInvolvedObject().getApiVersion()).isEqualTo("argoproj.io/v1alpha1");
    assertThat(event.getInvolvedObject().getUid()).isEqualTo(scene.get("shop").object().uid());
    assertThat(event.getSource().getComponent()).isEqualTo("argocd-application-controller");
    assertThat(event.getCount()).isEqualTo(1);
  }

  @Test
  void aFailedSyncIsAWarningAndAPartialOneIsCalledSo() throws Exception {
    String commit =
        scene.push(
            Map.of(
                "app/one.yaml",
                Scene.configMapOf("one", "1"),
                "app/bad.yaml",
                Scene.configMapOf("BAD", "1")));
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");
    scene.sync("shop", "{\"resources\":[{\"kind\":\"ConfigMap\",\"name\":\"one\"}]}");
    scene.awaitPhase("shop", "Succeeded");
    scene.eventually(
        () ->
            assertThat(said())
                .contains(
                    "Normal OperationCompleted Partial sync operation to %s succeeded"
                        .formatted(commit)));

    scene.sync("shop", "{}");
    scene.awaitPhase("shop", "Failed");

    scene.eventually(
        () ->
            assertThat(said())
                .anyMatch(
                    each ->
                        each.startsWith(
                            "Warning OperationCompleted Sync operation to %s failed: "
                                .formatted(commit))));
    assertThat(said()).filteredOn(each -> each.contains("OperationCompleted")).hasSize(2);
  }

  @Test
  void reasonsThatAreNotWantedAreNotWritten() throws Exception {
    scene.telling("OperationCompleted");
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "syncPolicy: {automated: {}}").start();
    scene.await("shop", "Synced", "Healthy");
    scene.stop();

    assertThat(events()).extracting(Event::getReason).containsExactly("OperationCompleted");
  }
}
