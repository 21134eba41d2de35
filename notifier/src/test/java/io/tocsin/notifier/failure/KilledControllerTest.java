package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.notifier.failure.Receiver.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIGKILL at each step of a delivery, then a restart; what was sent how often. */
class KilledControllerTest extends FailureTest {
  private Gateway gateway;

  @BeforeEach
  void configure() {
    gateway = new Gateway(api());
    plane.configMap(Settings.everything(receiver.url()));
  }

  @AfterEach
  void closeGateway() {
    gateway.close();
  }

  @Test
  void killedBeforeTheSendItIsSentOnce() {
    receiver.close();
    Controller killed = throughGateway();
    plane.application("a", "1", Map.of());
    await().atMost(LIMIT).until(() -> killed.log().contains("will be tried again"));
    killed.kill();

    try (Receiver back = new Receiver("127.0.0.1", receiver.port())) {
      controller();
      plane.awaitTold("a", 1);

      assertThat(back.counts()).isEqualTo(Map.of("a 1", 1L));
    }
    Report.say("stopped before the send", "sent once");
  }

  @Test
  void killedDuringTheSendItIsSentAgain() {
    receiver.answers(message -> message.number() == 1 ? Answer.NEVER : Answer.OK);
    Controller killed = throughGateway();
    plane.application("a", "1", Map.of());
    await().atMost(LIMIT).until(() -> receiver.open() == 1);
    killed.kill();

    restartAndExpect("during the send", 2);
  }

  @Test
  void killedAfterTheSendAndBeforeThePatchItIsSentAgain() throws InterruptedException {
    Controller killed = throughGateway();
    Gateway.Held held = gateway.hold(Gateway.Stage.BEFORE);
    plane.application("a", "1", Map.of());
    held.awaitArrival();
    killed.kill();
    held.drop();

    restartAndExpect("after the send, before the patch", 2);
  }

  @Test
  void killedDuringThePatchThatTheServerTookItIsNotSentAgain() throws InterruptedException {
    Controller killed = throughGateway();
    Gateway.Held held = gateway.hold(Gateway.Stage.AFTER);
    plane.application("a", "1", Map.of());
    held.awaitArrival();
    killed.kill();
    held.drop();

    restartAndExpect("during the patch", 1);
  }

  @Test
  void killedAfterThePatchItIsNotSentAgain() {
    Controller killed = throughGateway();
    plane.application("a", "1", Map.of());
    plane.awaitTold("a", 1);
    killed.kill();

    restartAndExpect("after the patch", 1);
  }

  @Test
  void stoppedInOrderDuringTheSendItIsSentOnce() {
    receiver.answers(
        message ->
            message.number() == 1 ? Answer.OK.after(java.time.Duration.ofSeconds(5)) : Answer.OK);
    Controller stopped = throughGateway();
    plane.application("a", "1", Map.of());
    await().atMost(LIMIT).until(() -> receiver.open() == 1);
    stopped.stop();

    restartAndExpect("in order during the send", 1);
  }

  private Controller throughGateway() {
    return begin(gateway.kubeconfig(api().server().token())).awaitReady();
  }

  private void restartAndExpect(String step, long times) {
    gateway.pass();
    Controller next = controller();
    plane.awaitTold("a", 1);
    settle(next);

    Report.say("stopped " + step, "sent %s times".formatted(counts().get("a 1")));
    assertThat(counts()).isEqualTo(Map.of("a 1", times));
  }
}
