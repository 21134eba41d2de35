package io.tocsin.notifier.demo;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody sets up Tocsin, and Applications are synced, degrade and recover: with the real
 * controller, on an embedded API.
 */
public final class Demo implements Story {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final Settings settings;
  private final Script script;

  /** Starts nothing yet. */
  Demo(Settings settings, Script script) {
    this.settings = settings;
    this.script = script;
  }

  @Override
  public Narrator.Summary run(String kubeconfig, Runnable after)
      throws InterruptedException, IOException {
    Narrator narrator =
        new Narrator(
            settings.screen(),
            object -> object.text("status", "reconciledAt").orElse(""),
            script.refused()::contains);
    try (Stage stage = new Stage(settings, kubeconfig, script.receivers())) {
      script.files().forEach(stage::load);
      try (NotificationController controller =
          stage.notifications(narrator, script.tenants(), Optional.empty())) {
        controller.start(() -> false);
        controller.lead();
        play(stage.client(), controller, narrator);
        script.left().forEach(name -> showRecord(stage.client(), name));
        stage.end(narrator.summary(), after);
        return narrator.summary();
      }
    }
  }

  private void play(KubernetesClient client, NotificationController controller, Narrator narrator)
      throws InterruptedException {
    Instant beginning = settings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Map<String, Instant> started = new HashMap<>();
    int number = 1;
    for (Scene scene : script.scenes()) {
      Instant now = beginning.plusSeconds(number - 1);
      Instant operation =
          started.computeIfAbsent(scene.application() + scene.step().revision(), _ -> now);
      settings.screen().turn(number++, scene);
      String version =
          write(client, scene.application(), scene.step().patch(operation, now.plusSeconds(2)));
      narrator.awaitProcessed(version, LIMIT);
      controller.awaitIdle(LIMIT);
      narrator.endTurn();
      Thread.sleep(settings.pause());
    }
  }

  private static String write(
      KubernetesClient client, ObjectKey application, Map<String, Object> patch) {
    return resource(client, application)
        .patch(PatchContext.of(PatchType.JSON_MERGE), JsonMapper.shared().writeValueAsString(patch))
        .getMetadata()
        .getResourceVersion();
  }

  private void showRecord(KubernetesClient client, String application) {
    settings.screen().line("");
    settings.screen().line("Recorded on " + application + ", in " + NotifiedAnnotation.NAME);
    NotifiedAnnotation.read(
            resource(client, new ObjectKey(Stage.NAMESPACE, application))
                .get()
                .getMetadata()
                .getAnnotations())
        .forEach((key, seconds) -> settings.screen().line("   " + seconds + "  " + key));
  }

  private static Resource<GenericKubernetesResource> resource(
      KubernetesClient client, ObjectKey application) {
    return client
        .genericKubernetesResources(ResourceKind.APPLICATION.context())
        .inNamespace(application.namespace())
        .withName(application.name());
  }
}
