package io.tocsin.notifier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConditionsOverTimeTest {
  private static final String BAD = "when: app.status.phase == 'Bad', send: [t]";
  private static final Duration NOW = Duration.ZERO;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private Rig rig;

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void whatFlapsWithinItsTimeTellsNobody() {
    rig = rig("{" + BAD + ", for: 5m, recovery: [fine]}");

    for (int i = 0; i < 20; i++) {
      rig.after(Duration.ofSeconds(30), "Bad");
      rig.after(Duration.ofSeconds(30), "Good");
    }
    rig.tick(Duration.ofMinutes(10));

    assertThat(rig.sent).isEmpty();
    assertThat(rig.annotation()).isEmpty();
  }

  @Test
  void whatLastsTellsOnceAndThenOnceThatItIsOver() {
    rig = rig("{" + BAD + ", for: 5m, recovery: [fine]}");

    rig.after(NOW, "Bad");
    for (int i = 0; i < 4; i++) {
      rig.tick(MINUTE);
    }
    assertThat(rig.sent).isEmpty();
    for (int i = 0; i < 10; i++) {
      rig.tick(MINUTE);
    }
    assertThat(rig.sent).containsExactly("t");

    rig.after(MINUTE, "Good");
    rig.after(MINUTE, "Better");

    assertThat(rig.sent).containsExactly("t", "fine");
    assertThat(rig.annotation()).isEmpty();
  }

  @Test
  void theTimeGoesOnOverARestart() {
    rig = rig("{" + BAD + ", for: 5m}");
    rig.after(NOW, "Bad");
    assertThat(rig.annotation().keySet()).singleElement().asString().startsWith("~for:on-x:[0].");

    rig.restart();
    rig.after(Duration.ofMinutes(5), "Bad");

    assertThat(rig.sent).containsExactly("t");
  }

  @Test
  void aRecoveryIsToldAfterARestartToo() {
    rig = rig("{" + BAD + ", oncePer: app.metadata.name, recovery: [fine]}");
    rig.after(NOW, "Bad");

    rig.restart();
    rig.after(MINUTE, "Good");
    rig.restart();
    rig.after(MINUTE, "Good");

    assertThat(rig.sent).containsExactly("t", "fine");
  }

  @Test
  void whatNobodyWasToldOfIsNotOver() {
    rig = rig("{" + BAD + ", recovery: [fine]}");
    rig.receiver = delivery -> new Outcome.Rejected("no");

    rig.after(NOW, "Bad");
    rig.receiver = delivery -> new Outcome.Delivered();
    rig.after(MINUTE, "Good");

    assertThat(rig.sent).isEmpty();
  }

  @Test
  void aRecoveryWaitsForTheMessageBeforeItAndDiesWithIt() throws InterruptedException {
    rig = rig("{" + BAD + ", recovery: [fine]}");
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    rig.receiver =
        delivery -> {
          sending.countDown();
          await(release);
          return new Outcome.Rejected("no");
        };
    bad();
    sending.await();
    good();
    release.countDown();
    rig.awaitIdle();
    rig.receiver = delivery -> new Outcome.Delivered();
    rig.look();

    assertThat(rig.sent).isEmpty();
    assertThat(rig.annotation()).isEmpty();
  }

  @Test
  void aMessageThatComesLateIsFollowedByItsRecovery() throws InterruptedException {
    rig = rig("{" + BAD + ", recovery: [fine]}");
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    rig.receiver =
        delivery -> {
          sending.countDown();
          await(release);
          return new Outcome.Delivered();
        };
    bad();
    sending.await();
    good();
    release.countDown();
    rig.awaitIdle();

    assertThat(rig.sent).containsExactly("t", "fine");
    assertThat(rig.annotation()).isEmpty();
  }

  @Test
  void anApplicationWhoseConditionFailsIsNotOver() {
    rig = rig("{when: \"app.status.phase matches '^Bad'\", send: [t], recovery: [fine]}");
    rig.after(NOW, "Bad");

    rig.after(MINUTE, "7");
    assertThat(rig.sent).containsExactly("t");

    rig.after(MINUTE, "Good");
    assertThat(rig.sent).containsExactly("t", "fine");
  }

  @Test
  void whatIsStillTrueIsRepeated() {
    rig = rig("{" + BAD + ", repeatEvery: 4h}");
    rig.after(NOW, "Bad");

    rig.tick(Duration.ofHours(3));
    assertThat(rig.sent).hasSize(1);
    rig.tick(Duration.ofHours(1));
    assertThat(rig.sent).hasSize(2);
    rig.restart();
    rig.after(MINUTE, "Bad");
    assertThat(rig.sent).hasSize(2);
    rig.tick(Duration.ofHours(4));
    assertThat(rig.sent).hasSize(3);
    rig.after(MINUTE, "Good");
    rig.tick(Duration.ofHours(4));

    assertThat(rig.sent).hasSize(3);
  }

  @Test
  void whatFlapsIsToldOnceInTheTimeOfAThrottle() {
    rig = rig("{" + BAD + ", throttle: 10m}");

    rig.after(NOW, "Bad");
    for (int i = 0; i < 4; i++) {
      rig.after(MINUTE, "Good");
      rig.after(MINUTE, "Bad");
    }
    assertThat(rig.sent).containsExactly("t");
    rig.restart();
    rig.after(MINUTE, "Bad");
    assertThat(rig.sent).containsExactly("t");

    rig.tick(MINUTE);

    assertThat(rig.sent).as("is still true when the time is over").containsExactly("t", "t");
  }

  @Test
  void aThrottleThatIsOverLeavesNothingBehind() {
    rig = rig("{" + BAD + ", throttle: 10m}");

    rig.after(NOW, "Bad");
    rig.after(MINUTE, "Good");
    assertThat(rig.annotation().keySet())
        .singleElement()
        .asString()
        .startsWith("~throttle:on-x:[0].");
    rig.tick(Duration.ofMinutes(10));

    assertThat(rig.sent).containsExactly("t");
    assertThat(rig.annotation()).isEmpty();
  }

  @Test
  void aMessageThatDiedThrottlesNothing() {
    rig = rig("{" + BAD + ", oncePer: app.metadata.resourceVersion, throttle: 10m}");
    rig.receiver = delivery -> new Outcome.Rejected("no");
    rig.after(NOW, "Bad");

    rig.receiver = delivery -> new Outcome.Delivered();
    rig.after(MINUTE, "Bad");

    assertThat(rig.sent).containsExactly("t");
  }

  @Test
  void afterADelayWhatIsTrueThenIsToldWhateverItWasMeanwhile() {
    rig = rig("{" + BAD + ", delay: 3m}");

    rig.after(NOW, "Bad");
    rig.after(MINUTE, "Good");
    rig.after(MINUTE, "Bad");
    assertThat(rig.sent).isEmpty();
    rig.tick(MINUTE);

    assertThat(rig.sent).containsExactly("t");
  }

  @Test
  void whatIsOverWhenADelayEndsTellsNobodyAndTheNextBeginsAnew() {
    rig = rig("{" + BAD + ", delay: 3m}");

    rig.after(NOW, "Bad");
    rig.after(MINUTE, "Good");
    rig.tick(Duration.ofMinutes(2));
    assertThat(rig.annotation()).isEmpty();
    rig.after(MINUTE, "Bad");
    rig.tick(Duration.ofMinutes(2));
    assertThat(rig.sent).isEmpty();
    rig.tick(MINUTE);

    assertThat(rig.sent).containsExactly("t");
  }

  @Test
  void whatIsStillTrueWhenAMuteEndsIsToldThen() {
    rig = rig("{" + BAD + ", oncePer: app.metadata.name, recovery: [fine]}");
    rig.muted = true;
    rig.after(NOW, "Bad");
    rig.tick(MINUTE);
    assertThat(rig.sent).isEmpty();

    rig.muted = false;
    rig.tick(MINUTE);
    assertThat(rig.sent).containsExactly("t");

    rig.muted = true;
    rig.after(MINUTE, "Good");
    assertThat(rig.sent).containsExactly("t");

    rig.muted = false;
    rig.tick(MINUTE);
    assertThat(rig.sent).containsExactly("t", "fine");
  }

  @Test
  void aReceiverThatFailsAtFirstIsToldOnce() {
    rig = rig("{" + BAD + ", oncePer: app.metadata.name}");
    AtomicInteger attempts = new AtomicInteger();
    rig.receiver =
        delivery ->
            attempts.incrementAndGet() <= 1
                ? new Outcome.Retryable("down", Optional.of(Duration.ofMillis(1)))
                : new Outcome.Delivered();

    rig.after(NOW, "Bad");
    rig.after(MINUTE, "Bad");

    assertThat(rig.sent).containsExactly("t");
    assertThat(attempts).hasValue(2);
  }

  private void bad() {
    rig.turn("Bad");
  }

  private void good() {
    rig.turn("Good");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Rig rig(String condition) {
    return new Rig(Map.of("trigger.on-x", "- " + condition));
  }
}
