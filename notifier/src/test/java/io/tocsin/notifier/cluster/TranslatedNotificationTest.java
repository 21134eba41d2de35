package io.tocsin.notifier.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.embedded.EmbeddedKubernetes;
import io.tocsin.notifier.AdjustableClock;
import io.tocsin.notifier.Inbox;
import io.tocsin.notifier.cli.Run;
import io.tocsin.notifier.config.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migrate kube-notifier} prints of a Notification works when it is applied. */
@Timeout(60)
class TranslatedNotificationTest {
  private static final String NOTIFICATION =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Notification
      metadata: {name: web, namespace: NAMESPACE}
      spec:
        monitorResource: {Group: apps, Version: v1, Resource: deployments}
        Namespace: NAMESPACE
        rules:
        - name: lagging
          allConditions:
          - {jsonPath: status/readyReplicas, operator: lt, valueJsonPath: spec/replicas}
          - jsonPath: status/conditions/*
            joinOperator: and
            childConditions:
            - {jsonPath: type, operator: eq, value: Available}
            - {jsonPath: status, operator: ne, value: "True"}
          initialDelaySec: 60
          throttleMinutes: 5
          events:
          - message: 'Only {{.status.readyReplicas}} "{{.metadata.name}}" run'
            notificationLevel: critical
            notifierNames: [chat]
        notifiers:
        - name: chat
          slack: {hookUrlSecret: {name: chat, key: hookURL}, channel: shop}
      """;
  private static final String LAGGING =
      """
      replicas: 3
      readyReplicas: 1
      conditions: [{type: Progressing, status: 'True'}, {type: Available, status: 'False'}]
      """;
  private static final String STEADY =
      "{replicas: 3, readyReplicas: 3, conditions: [{type: Available, status: 'True'}]}";

  @TempDir private Path folder;
  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();
  private final Inbox inbox = new Inbox();
  private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final AnyObjects objects = new AnyObjects(client());

  private KubernetesClient client() {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(api.kubeconfig()))
        .build();
  }

  @AfterEach
  void close() {
    objects.close();
    inbox.close();
    api.close();
  }

  @Test
  void aRuleThatHoldsAfterItsDelayPostsToSlackOnce() throws IOException {
    apply();
    objects.deployment("checkout", "front", 3);
    objects.deployment("search", "front", 3);

    try (RunningController controller =
        RunningController.start(
            client(), RunningController.Setting.in(objects.namespace()).withClock(clock))) {
      assertThat(controller.metrics()).contains("argocd_notifications_config_errors 0.0");
      objects.status(AnyObjects.DEPLOYMENT, "checkout", LAGGING);
      objects.status(AnyObjects.DEPLOYMENT, "search", STEADY);
      await().until(() -> objects.recorded(AnyObjects.DEPLOYMENT, "checkout").contains("~delay:"));
      passes(controller, Duration.ofSeconds(30));
      assertThat(inbox.told()).isEmpty();

      passes(controller, Duration.ofSeconds(31));
      objects.annotate(AnyObjects.DEPLOYMENT, "checkout", "example.com/note", "seen");
      passes(controller, Duration.ofMinutes(10));

      assertThat(inbox.told())
          .singleElement()
          .asString()
          .startsWith("/hook ")
          .satisfies(
              told ->
                  assertThat(Yaml.mapping(told.substring("/hook ".length())))
                      .isEqualTo(
                          Map.of(
                              "channel",
                              "shop",
                              "attachments",
                              List.of(
                                  Map.of(
                                      "color", "danger",
                                      "title", "Argo Kube Notifier",
                                      "text", "Only 1 \"checkout\" run")))));
    }
  }

  /** As a person would: what is printed, with the one secret filled in. */
  private void apply() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("notification.yaml"),
            NOTIFICATION.replace("NAMESPACE", objects.namespace()));
    Run run = Run.of("migrate", "kube-notifier", "-n", objects.namespace(), file.toString());
    assertThat(run.err()).isEmpty();
    String manifests =
        run.out().replace("chat-hookURL: \"\"", "chat-hookURL: " + inbox.url() + "/hook");
    for (String manifest : manifests.split("(?m)^---\n")) {
      objects.create(manifest);
    }
  }

  private void passes(RunningController controller, Duration time) {
    clock.set(clock.instant().plus(time));
    controller.controller().tick();
    controller.awaitIdle();
  }
}
