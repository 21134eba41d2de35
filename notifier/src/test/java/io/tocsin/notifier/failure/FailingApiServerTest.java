package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.notifier.failure.Receiver.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FailingApiServerTest extends FailureTest {
  private static final Duration FROZEN = Duration.ofSeconds(90);

  @Test
  void aBurstThatTheServerIsKilledInIsToldOnceEach() {
    int burst = 200;
    plane.configMap(Settings.everything(receiver.url()));
    receiver.answers(message -> Answer.OK.after(Duration.ofMillis(200)));
    Controller controller = controller();

    Thread writers =
        Thread.ofVirtual()
            .start(() -> ControlPlane.each(burst, i -> stubborn(() -> create("a" + i, "1"))));
    await().atMost(LIMIT).until(() -> receiver.messages().size() >= burst / 4);
    api().server().kill();
    await().atMost(LIMIT).until(() -> controller.readiness().statusCode() == 503);
    String reason = controller.readiness().body();
    api().server().restart();
    await().atMost(LIMIT).until(() -> !writers.isAlive() && receiver.counts().size() >= burst);
    controller.awaitReady();
    settle(controller);
    awaitAllTold(burst, 1);

    Report.say(
        "API server killed in a burst",
        "%d arrived once each; not ready meanwhile: %s; watches begun again: %s"
            .formatted(
                counts().size(), reason.strip(), controller.sum("tocsin_watch_restarts_total")));
    assertThat(counts()).hasSize(burst);
    assertThat(counts().values()).allMatch(times -> times == 1);
    assertThat(controller.sum("tocsin_watch_restarts_total")).isPositive();
  }

  @Test
  void afterAHistoryThatIsGoneTheStatesThatAreThereAreTold() {
    int applications = 50;
    plane.configMap(Settings.everything(receiver.url()));
    Controller controller = controller();
    ControlPlane.each(applications, i -> plane.application("a" + i, "1", Map.of()));
    await().atMost(LIMIT).until(() -> receiver.counts().size() == applications);
    settle(controller);
    awaitAllTold(applications, 1);

    Signals.freeze(controller.pid());
    restartServer();
    ControlPlane.each(applications, i -> plane.revision("a" + i, "gone"));
    ControlPlane.each(applications, i -> plane.revision("a" + i, "there"));
    restartServer();
    api().server().compact();
    Signals.thaw(controller.pid());
    await().atMost(LIMIT).until(() -> received("there") >= applications);
    controller.awaitReady();
    settle(controller);

    Report.say(
        "410 Gone",
        "%d final states told; of %d states that were gone %d were seen"
            .formatted(received("there"), applications, received("gone")));
    assertThat(counts().values()).allMatch(times -> times == 1);
    assertThat(received("there")).isEqualTo(applications);
    assertThat(received("gone")).as("what only a history knows, which is to be gone").isZero();
  }

  private static void restartServer() {
    api().server().kill();
    api().server().restart();
  }

  @Test
  void aServerThatIsFrozenIsNoticedAndNothingIsLost() throws InterruptedException {
    int applications = 100;
    plane.configMap(Settings.everything(receiver.url()));
    receiver.answers(message -> Answer.OK.after(Duration.ofMillis(200)));
    Controller controller = controller();
    Thread writers =
        Thread.ofVirtual()
            .start(
                () -> ControlPlane.each(applications, i -> stubborn(() -> create("a" + i, "1"))));
    await().atMost(LIMIT).until(() -> receiver.messages().size() >= applications / 4);

    Signals.freeze(api().server().pid());
    Instant frozen = Instant.now();
    try {
      await()
          .atMost(FROZEN)
          .until(
              () ->
                  controller.readiness().statusCode() == 503
                      && controller.metric("tocsin_api_server_silence_seconds") > 0);
      Report.say(
          "API server frozen",
          "noticed after %s: %s"
              .formatted(
                  Duration.between(frozen, Instant.now()), controller.readiness().body().strip()));
      Thread.sleep(Duration.between(Instant.now(), frozen.plus(FROZEN)));
    } finally {
      Signals.thaw(api().server().pid());
    }
    await().atMost(LIMIT).until(() -> !writers.isAlive() && received("1") >= applications);
    ControlPlane.each(applications, i -> plane.revision("a" + i, "2"));
    await().atMost(LIMIT).until(() -> received("2") >= applications);
    controller.awaitReady();
    settle(controller);
    awaitAllTold(applications, 2);

    assertThat(counts()).hasSize(2 * applications);
    assertThat(counts().values()).allMatch(times -> times == 1);
    assertThat(controller.metric("tocsin_api_server_silence_seconds")).isZero();
  }

  private void create(String name, String revision) {
    try {
      plane.application(name, revision, Map.of());
    } catch (KubernetesClientException e) {
      if (e.getCode() != 409) {
        throw e;
      }
    }
  }

  /** Tries again until the server takes it. */
  private static void stubborn(Runnable write) {
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(
            () -> {
              write.run();
              return true;
            });
  }

  private void awaitAllTold(int applications, int entries) {
    for (int i = 0; i < applications; i++) {
      plane.awaitTold("a" + i, entries);
    }
  }

  private long received(String revision) {
    Predicate<String> ofRevision = body -> body.endsWith(" " + revision);
    return counts().keySet().stream().filter(ofRevision).count();
  }
}
