package io.tocsin.notifier.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.AdjustableClock;
import io.tocsin.notifier.Board;
import io.tocsin.notifier.cluster.RunningController.Setting;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.Mute;
import io.tocsin.notifier.records.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecordsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final Board board = new Board();
  private final KubernetesClient client = board.client();
  private final AdjustableClock clock = new AdjustableClock(NOW);
  private RunningController controller;

  @BeforeEach
  void start() {
    board.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: argocd-notifications-cm, namespace: argocd}
        data:
          service.webhook.hook: "{url: RECEIVER, retryMax: 0}"
          template.t: |
            webhook: {hook: {method: POST, body: '{{.app.metadata.name}} {{.app.status.phase}}'}}
          trigger.on-bad: "- {when: app.status.phase matches '^Bad', oncePer: app.metadata.name, send: [t]}"
          subscriptions: "- {recipients: [hook], triggers: [on-bad]}"
        """);
    controller = RunningController.start(board.client(), Setting.in("argocd").withClock(clock));
  }

  @AfterEach
  void close() {
    controller.close();
    client.close();
    board.close();
  }

  @Test
  void whatFailedForGoodIsKeptAndSentAgainWhenSomebodyAsks() {
    board.answers(400);
    board.application("argocd", "a", "Bad");
    await().until(() -> letters().size() == 1);
    DeadLetter letter = letters().getFirst();

    assertThat(letter.object()).isEqualTo(new ObjectKey("argocd", "a"));
    assertThat(letter.trigger()).isEqualTo("on-bad");
    assertThat(letter.templates()).containsExactly("t");
    assertThat(letter.reason()).contains("400");
    assertThat(controller.metrics())
        .contains(
            "tocsin_dead_letters_total{service=\"hook\"} 1.0", "tocsin_dead_letters_kept 1.0");

    ask(letter);
    await().until(() -> letters().size() == 1 && letters().getFirst().resend().isEmpty());
    assertThat(letters().getFirst().id()).isEqualTo(letter.id());

    board.answers(200);
    ask(letters().getFirst());

    board.awaitTold("/ a Bad");
    await().until(() -> letters().isEmpty());
  }

  @Test
  void aLetterThatTheServerRefusesIsWrittenLater() {
    board.api().refuse("create", "configmaps", 403, 3);
    board.answers(400);
    board.application("argocd", "a", "Bad");

    await().until(() -> letters().size() == 1);
    assertThat(board.api().requests().of("create", "configmaps")).isEqualTo(4);
  }

  @Test
  void whatFailsForSomeTimeIsAnEvent() {
    board.answers(503);
    board.application("argocd", "a", "Bad");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(board.list("Event"))
                    .singleElement()
                    .asString()
                    .contains("NotificationDelayed", "hook was not told yet", "503"));
    board.answers(200);
    board.awaitTold("/ a Bad");
  }

  @Test
  void aLetterAboutAnObjectThatIsGoneSaysSo() {
    board.answers(400);
    board.application("argocd", "a", "Bad");
    await().until(() -> letters().size() == 1);
    board.delete("argocd", "a");

    await().until(() -> !controller.knows(new ObjectKey("argocd", "a")));

    ask(letters().getFirst());

    await()
        .untilAsserted(
            () ->
                assertThat(letters().getFirst().reason())
                    .isEqualTo("argocd/a is gone, so it cannot be sent again"));
    assertThat(letters().getFirst().resend()).isEmpty();
  }

  @Test
  void whatIsMutedIsToldWhenTheMuteEnds() {
    Mute mute = new Mute("m1", "a", "argocd", "", NOW, NOW.plus(Duration.ofHours(2)), "quiet");
    mutes().write(Map.of(mute.id(), Optional.of(mute.json())));
    await().until(() -> controller.muted(board.object("argocd", "a")));

    board.application("argocd", "b", "Bad");
    board.awaitTold("/ b Bad");
    board.application("argocd", "a", "Bad");
    controller.awaitProcessed(board.version("argocd", "a"));
    controller.controller().tick();
    assertThat(board.told()).containsExactly("/ b Bad");

    clock.set(NOW.plus(Duration.ofHours(2)));
    controller.controller().tick();

    board.awaitTold("/ b Bad", "/ a Bad");
    await().until(() -> mutes().read().isEmpty());
  }

  @Test
  void aMuteThatIsTakenAwayEndsAtOnce() {
    Mute mute = new Mute("m1", "", "", "team=argocd", NOW, NOW.plusSeconds(9_000), "");
    mutes().write(Map.of(mute.id(), Optional.of(mute.json())));
    await().until(() -> controller.muted(board.labelled("team", "argocd")));
    board.application("argocd", "a", "Bad");
    controller.awaitProcessed(board.version("argocd", "a"));
    assertThat(board.told()).isEmpty();

    mutes().write(Map.of(mute.id(), Optional.empty()));

    board.awaitTold("/ a Bad");
  }

  private void ask(DeadLetter letter) {
    letterRecords()
        .write(Map.of(letter.id(), Optional.of(letter.askedToResend(Instant.now()).json())));
  }

  private List<DeadLetter> letters() {
    return letterRecords().read().values().stream()
        .flatMap(json -> DeadLetter.parse(json).stream())
        .toList();
  }

  private Records letterRecords() {
    return new Records(client, new ObjectKey("argocd", DeadLetter.CONFIG_MAP));
  }

  private Records mutes() {
    return new Records(client, new ObjectKey("argocd", Mute.CONFIG_MAP));
  }
}
