package io.tocsin.notifier.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.notifier.Board;
import io.tocsin.notifier.cluster.RunningController.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SelfServiceTest {
  private static final String CONFIGURATION =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: argocd-notifications-cm, namespace: %1$s}
      data:
        service.webhook.hook: "{url: 'RECEIVER/%1$s?key=$key'}"
        template.t: |
          webhook: {hook: {method: POST, body: '{{.app.metadata.name}} {{.secrets}}'}}
        trigger.on-bad: "- {when: app.status.phase == 'Bad', send: [t]}"
        subscriptions: "- {recipients: [hook], triggers: [on-bad]}"
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: argocd-notifications-secret, namespace: %1$s}
      stringData: {key: %1$s-key}
      """;

  private final Board board = new Board();
  private RunningController controller;

  @AfterEach
  void close() {
    if (controller != null) {
      controller.close();
    }
    board.close();
  }

  @Test
  void eachTenantHearsOfItsOwnApplicationsAndTheControlPlaneOfAll() {
    configure("argocd", "red", "blue");
    start("127.0.0.1", "red", "blue");

    board.application("red", "a", "Bad");
    board.application("blue", "b", "Bad");
    board.application("argocd", "c", "Bad");

    board.awaitTold(
        "/red a <no value>",
        "/argocd a <no value>",
        "/blue b <no value>",
        "/argocd b <no value>",
        "/argocd c <no value>");
    await()
        .untilAsserted(
            () -> assertThat(board.annotation("red", "a")).contains("\"red:on-bad:[0]."));
  }

  @Test
  void aNamespaceThatIsNotWatchedHasNoSay() {
    configure("argocd", "green");
    start("127.0.0.1", "red");

    board.application("green", "a", "Bad");
    board.application("red", "b", "Bad");

    board.awaitTold("/argocd b <no value>");
  }

  @Test
  void aTenantThatConfiguresLaterIsHeard() {
    start("127.0.0.1", "red");
    board.application("red", "a", "Bad");
    configure("red");

    board.awaitTold("/red a <no value>");
  }

  @Test
  void aTenantReachesNoAddressOfTheNode() {
    configure("red");
    start("", "red");

    board.application("red", "a", "Bad");

    await()
        .untilAsserted(
            () ->
                assertThat(board.list("Event"))
                    .anySatisfy(
                        event ->
                            assertThat(event.toString())
                                .contains(
                                    "kind=Application",
                                    "namespace=red",
                                    "reason=NotificationFailed",
                                    "may not connect to",
                                    "127.0.0.1")));
    assertThat(board.told()).isEmpty();
  }

  @Test
  void aBrokenKeyOfATenantIsAnEventInItsNamespaceAndHarmsNobodyElse() {
    configure("red", "blue");
    board.apply(
        CONFIGURATION.formatted("red").replace("app.status.phase == 'Bad'", "app.status.phase =="));
    start("127.0.0.1", "red", "blue");

    board.application("red", "a", "Bad");
    board.application("blue", "b", "Bad");

    board.awaitTold("/blue b <no value>");
    await()
        .untilAsserted(
            () ->
                assertThat(board.list("Event"))
                    .singleElement()
                    .asString()
                    .contains(
                        "kind=ConfigMap", "namespace=red", "ConfigurationError", "trigger.on-bad"));
  }

  private void configure(String... namespaces) {
    for (String namespace : namespaces) {
      board.apply(CONFIGURATION.formatted(namespace));
    }
  }

  private void start(String networks, String... namespaces) {
    controller =
        RunningController.start(
            board.client(), Setting.in("argocd").withTenants(networks, namespaces));
  }
}
