package io.tocsin.notifier.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.AdjustableClock;
import io.tocsin.notifier.demo.DingTalkRobot;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the controller does, on any Kubernetes API. */
@Timeout(60)
abstract class ControllerContract {
  private static final String TOKEN = "replace-with-the-token-of-your-robot";

  private final List<DingTalkRobot.Request> requests =
      Collections.synchronizedList(new ArrayList<>());
  private Cluster cluster;
  private DingTalkRobot robot;
  private RunningController controller;

  /** A client of an API that is up; closed after each test. */
  abstract KubernetesClient client();

  @BeforeEach
  void setUp() {
    cluster = new Cluster(client());
    cluster.installDefinitions();
    robot =
        new DingTalkRobot(
            new DingTalkRobot.Settings(TOKEN, Optional.of("ArgoCD"), Optional.empty()),
            requests::add,
            Clock.systemUTC());
  }

  @AfterEach
  void tearDown() {
    if (controller != null) {
      controller.close();
    }
    robot.close();
    cluster.close();
  }

  @Test
  void theOwnersSetUpTellsEachThingOnce() {
    articleIsApplied();
    start();

    cluster.status("OutOfSync", "Missing", null);
    cluster.status("OutOfSync", "Missing", "Running");
    awaitMessages("Running");
    cluster.status("Synced", "Progressing", "Succeeded");
    awaitMessages("Running", "Succeeded");
    cluster.status("Synced", "Healthy", "Succeeded");
    awaitMessages("Running", "Succeeded", "Succeeded");
    cluster.status("Synced", "Degraded", "Succeeded");
    cluster.status("Synced", "Healthy", "Succeeded");

    nothingMoreComes();
    awaitMessages("Running", "Succeeded", "Succeeded");
    assertThat(requests).allMatch(DingTalkRobot.Request::taken);
  }

  @Test
  void aSecondStartSendsNothing() {
    articleIsApplied();
    start();
    cluster.status("Synced", "Healthy", "Succeeded");
    awaitMessages("Succeeded", "Succeeded");
    await().until(() -> cluster.annotation(NotifiedAnnotation.NAME).contains("on-deployed"));

    controller.close();
    start();

    nothingMoreComes();
    awaitMessages("Succeeded", "Succeeded");
  }

  @Test
  void aChangedConfigMapIsUsedWithoutARestart() {
    articleIsApplied();
    start();
    cluster.status("Synced", "Degraded", "Succeeded");
    awaitMessages("Succeeded");

    cluster.configMap(
        Map.of(
            "subscriptions", "- {recipients: ['webhook:dingtalk'], trigger: on-health-degraded}"));

    awaitMessages("Succeeded", "Succeeded");
  }

  @Test
  void aConfigMapThatComesLaterIsUsed() {
    cluster.apply("dingtalk/guestbook.yaml", robot.url());
    cluster.status("Synced", "Progressing", "Succeeded");
    start();

    articleIsApplied();

    awaitMessages("Succeeded");
  }

  @Test
  void aBrokenKeyHarmsItselfAlone() {
    articleIsApplied();
    cluster.configMap(
        Map.of(
            "template.broken", "message: '{{ .app.'",
            "trigger.broken", "- when: 'app.status.'",
            "service.webhook.broken", "url: $no-such-key"));
    start();

    cluster.status("Synced", "Progressing", "Succeeded");

    awaitMessages("Succeeded");
    assertThat(controller.metrics()).contains("argocd_notifications_config_errors 3.0");
  }

  @Test
  void anApplicationWithoutStatusIsNoTrouble() {
    articleIsApplied();
    start();
    nothingMoreComes();

    assertThat(requests).isEmpty();

    cluster.status("OutOfSync", "Missing", "Running");

    awaitMessages("Running");
  }

  @Test
  void annotationsOfOthersKeepTheirValues() {
    articleIsApplied();
    start();
    cluster.annotate("example.com/other", "1");
    cluster.status("OutOfSync", "Missing", "Running");
    awaitMessages("Running");
    await().until(() -> cluster.annotation(NotifiedAnnotation.NAME).contains("on-sync-running"));

    assertThat(cluster.annotation("example.com/other")).isEqualTo("1");
  }

  @Test
  void eachTurnToTrueTellsAgainWhereThereIsNoOncePer() {
    articleIsApplied();
    start();
    cluster.status("OutOfSync", "Missing", "Running");
    awaitMessages("Running");
    cluster.status("OutOfSync", "Missing", "Terminating");
    cluster.status("OutOfSync", "Missing", "Running");

    awaitMessages("Running", "Running");
  }

  @Test
  void anOperationThatEndedAfterTheLastComparisonIsNotToldYet() {
    articleIsApplied();
    start();
    cluster.unrefreshed("Synced", "Progressing", "Succeeded");
    nothingMoreComes();

    assertThat(requests).isEmpty();

    cluster.status("Synced", "Progressing", "Succeeded");

    awaitMessages("Succeeded");
  }

  @Test
  void whatIsTrueOnlyAfterSomeTimeIsToldWithoutAnyChange() {
    articleIsApplied();
    cluster.configMap(
        Map.of(
            "trigger.on-slow",
            "- when: time.Now().Sub(time.Parse(app.status.operationState.startedAt)).Minutes() >= 5"
                + "\n  send: [app-sync-change]",
            "subscriptions",
            "- {recipients: [dingtalk], triggers: [on-slow]}"));
    AdjustableClock clock = new AdjustableClock(Instant.parse("2021-07-03T12:54:44Z"));
    controller =
        RunningController.start(
            client(), RunningController.Setting.in(cluster.namespace()).withHelpers(clock));
    cluster.status("OutOfSync", "Missing", "Running");
    nothingMoreComes();
    controller.controller().tick();
    assertThat(requests).isEmpty();

    clock.set(Instant.parse("2021-07-03T12:59:44Z"));
    controller.controller().tick();

    awaitMessages("Running");
  }

  @Test
  void aProjectThatSubscribesLaterIsHeard() {
    articleIsApplied();
    cluster.configMap(Map.of("subscriptions", "[]"));
    start();
    cluster.status("Synced", "Progressing", "Succeeded");
    nothingMoreComes();
    assertThat(requests).isEmpty();

    cluster.annotateProject("notifications.argoproj.io/subscribe.on-sync-succeeded.dingtalk", "");

    awaitMessages("Succeeded");
  }

  @Test
  void getsReady() {
    articleIsApplied();
    start();

    await().untilAsserted(() -> assertThat(controller.controller().unready()).isEmpty());
  }

  @Test
  void anApplicationThatIsDeletedAtOnceIsTold() {
    articleIsApplied();
    cluster.configMap(
        Map.of(
            "trigger.on-deleted",
            "- {when: app.metadata.deletionTimestamp != nil, send: [app-sync-change]}",
            "subscriptions",
            "- {recipients: [dingtalk], triggers: [on-deleted]}"));
    start();
    cluster.status("Synced", "Healthy", "Succeeded");
    nothingMoreComes();
    assertThat(requests).isEmpty();

    cluster.delete();

    awaitMessages("Succeeded");
  }

  private void articleIsApplied() {
    cluster.apply("dingtalk/argocd-notifications-cm.yaml", robot.url());
    cluster.apply("dingtalk/argocd-notifications-secret.yaml", robot.url());
    cluster.apply("dingtalk/guestbook.yaml", robot.url());
  }

  private void start() {
    controller = RunningController.start(client(), cluster.namespace());
  }

  private void nothingMoreComes() {
    controller.awaitProcessed(cluster.resourceVersion());
  }

  private void awaitMessages(String... phases) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(phases()).containsExactly(phases));
  }

  private List<String> phases() {
    synchronized (requests) {
      return requests.stream()
          .map(request -> request.body().replaceFirst("(?s).*app同步状态: (\\w*).*", "$1"))
          .toList();
    }
  }
}
