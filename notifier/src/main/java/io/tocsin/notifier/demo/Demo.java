package io.tocsin.notifier.demo;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.cluster.NotificationController;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The owner of a DingTalk group sets up Tocsin, and an Application is synced, degrades and
 * recovers: with the real controller, on an embedded API.
 */
public final class Demo implements Story {
  private static final String APPLICATION = "guestbook";
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private final Settings settings;

  /** Starts nothing yet. */
  public Demo(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Narrator.Summary run(String kubeconfig, Runnable after)
      throws InterruptedException, IOException {
    Narrator narrator =
        new Narrator(settings.screen(), object -> object.text("status", "reconciledAt").orElse(""));
    try (Stage stage = new Stage(settings, kubeconfig, "dingtalk/argocd-notifications-cm.yaml");
        NotificationController controller = stage.notifications(narrator, Optional.empty())) {
      stage.load("dingtalk/guestbook.yaml");
      controller.start(() -> false);
      controller.lead();
      play(stage.client(), controller, narrator);
      stage.end(narrator.summary(), after);
      return narrator.summary();
    }
  }

  private void play(KubernetesClient client, NotificationController controller, Narrator narrator)
      throws InterruptedException {
    Instant started = settings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    int number = 1;
    for (Step step : Step.all()) {
      settings.screen().turn(number++, step);
      String version = write(client, step.patch(started, started.plusSeconds(number)));
      narrator.awaitProcessed(version, LIMIT);
      controller.awaitIdle(LIMIT);
      narrator.endTurn();
      Thread.sleep(settings.pause());
    }
  }

  private static String write(KubernetesClient client, Map<String, Object> patch) {
    return client
        .genericKubernetesResources(ResourceKind.APPLICATION.context())
        .inNamespace(Stage.NAMESPACE)
        .withName(APPLICATION)
        .patch(PatchContext.of(PatchType.JSON_MERGE), JsonMapper.shared().writeValueAsString(patch))
        .getMetadata()
        .getResourceVersion();
  }
}
