package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.notifier.failure.Receiver.Answer;
import io.tocsin.notifier.failure.Receiver.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class FailingReceiverTest extends FailureTest {
  private static final Duration ASKED = Duration.ofSeconds(30);

  @Test
  void aReceiverThatFailsAllAttemptsOfAFirstEvaluationAndRecoversIsToldOnce() {
    plane.configMap(
        Settings.with(
            receiver.url(),
            Map.of(
                "service.webhook.hook",
                "{url: '%s', retryMax: 3, retryWaitMin: 100ms, retryWaitMax: 200ms}"
                    .formatted(receiver.url()))));
    receiver.answers(message -> message.number() <= 4 ? Answer.status(503) : Answer.OK);
    Controller controller = controller();

    plane.application("a", "1", Map.of(Settings.SUBSCRIBE, ""));
    await().atMost(LIMIT).until(() -> receiver.messages().size() >= 5);
    plane.awaitTold("a", 1);
    for (int i = 1; i <= 5; i++) {
      plane.reconciled("a", i);
    }
    settle(controller);

    assertThat(counts()).as(controller.log()).isEqualTo(Map.of("a 1", 5L));
    assertThat(controller.sum("tocsin_dead_letters_total")).isZero();
  }

  @Test
  void whoAsksToWaitIsNotCalledBeforeAndIsToldOnceWhileOthersHearAtOnce() {
    plane.configMap(
        Settings.with(
            receiver.url() + "/busy",
            Map.of(
                "service.webhook.free",
                "url: " + receiver.url() + "/free",
                "template.t",
                both("free", "{{.app.metadata.name}}"))));
    receiver.answers(
        message ->
            message.path().equals("/busy") && receiver.at("/busy").size() == 1
                ? new Answer(429, Duration.ZERO, Map.of("Retry-After", "30"))
                : Answer.OK);
    controller();

    Instant begun = Instant.now();
    plane.application(
        "a",
        "1",
        Map.of(
            "notifications.argoproj.io/subscribe.on-revision",
            "",
            Settings.SUBSCRIBE,
            "",
            "notifications.argoproj.io/subscribe.on-revision.free",
            ""));
    await().atMost(LIMIT).until(() -> receiver.at("/busy").size() == 2);
    plane.awaitTold("a", 2);

    List<Message> busy = receiver.at("/busy");
    Duration pause = Duration.between(busy.get(0).arrived(), busy.get(1).arrived());
    assertThat(pause).isBetween(ASKED, ASKED.plusSeconds(10));
    assertThat(receiver.at("/free")).hasSize(1);
    assertThat(Duration.between(begun, receiver.at("/free").getFirst().arrived()))
        .isLessThan(Duration.ofSeconds(10));
    assertThat(busy).hasSize(2);
    Report.say("Retry-After: 30", "called again after %s".formatted(pause));
  }

  @Test
  void aReceiverThatNeverAnswersDelaysNobodyElse() {
    int applications = 500;
    plane.configMap(
        Settings.with(
            receiver.url() + "/good",
            Map.of(
                "service.webhook.dead",
                "url: " + receiver.url() + "/dead",
                "template.t",
                both("dead", "{{.app.metadata.name}} {{.app.status.sync.revision}}"),
                "subscriptions",
                "- {recipients: [hook, dead], triggers: [on-revision]}")));
    ControlPlane.each(applications, i -> plane.application("a" + i, "0", Map.of()));
    receiver.answers(message -> message.path().equals("/dead") ? Answer.NEVER : Answer.OK);
    controller();
    await().atMost(LIMIT).until(() -> receiver.at("/good").size() == applications);

    Map<String, Instant> changed = new ConcurrentHashMap<>();
    ControlPlane.each(
        applications,
        i -> {
          plane.revision("a" + i, "1");
          changed.put("a" + i + " 1", Instant.now());
        });
    await().atMost(LIMIT).until(() -> receiver.at("/good").size() == 2 * applications);

    List<Duration> latencies =
        receiver.at("/good").stream()
            .filter(message -> changed.containsKey(message.body()))
            .map(message -> Duration.between(changed.get(message.body()), message.arrived()))
            .sorted()
            .toList();
    assertThat(latencies).hasSize(applications);
    Duration p95 = latencies.get(applications * 95 / 100);
    Report.say(
        "a receiver that never answers",
        "500 others: p50 %s, p95 %s, max %s"
            .formatted(latencies.get(applications / 2), p95, latencies.getLast()));
    assertThat(p95).isLessThan(Duration.ofSeconds(1));
  }

  private static String both(String other, String body) {
    return "webhook: {hook: {method: POST, body: '%s'}, %s: {method: POST, body: '%s'}}"
        .formatted(body, other, body);
  }
}
