package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.notifier.failure.Receiver.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplicasTest extends FailureTest {
  private static final int BURST = 200;
  private static final int SIDE_BY_SIDE = 64;

  @Test
  void whenTheLeaderIsKilledInABurstEveryMessageArrivesAndOnlyThoseInFlightTwice() {
    plane.configMap(Settings.everything(receiver.url()));
    receiver.answers(message -> Answer.OK.after(Duration.ofMillis(300)));
    String config = api().server().kubeconfig();
    List<Controller> replicas =
        Stream.generate(() -> begin(config, "--leader-election")).limit(3).toList();
    replicas.forEach(Controller::awaitReady);
    Controller leader = leader(replicas);

    Thread burst =
        Thread.ofVirtual()
            .start(
                () ->
                    ControlPlane.each(
                        BURST, i -> plane.application("a" + i, "1", java.util.Map.of())));
    await().atMost(LIMIT).until(() -> receiver.messages().size() >= BURST / 3);
    int inFlight = receiver.open();
    leader.kill();
    Instant killed = Instant.now();
    int before = receiver.messages().size();
    await().atMost(LIMIT).until(() -> receiver.counts().size() == BURST && !burst.isAlive());
    Controller next = leader(replicas.stream().filter(Controller::running).toList());
    settle(next);

    long twice = counts().values().stream().filter(times -> times > 1).count();
    Duration pause = Duration.between(killed, receiver.messages().get(before).arrived());
    Report.say(
        "leader killed in a burst",
        "%d arrived, %d of them twice, %d were in flight, next message after %s"
            .formatted(counts().size(), twice, inFlight, pause));
    assertThat(counts()).hasSize(BURST);
    assertThat(counts().values()).allMatch(times -> times <= 2);
    assertThat(twice).isLessThanOrEqualTo(SIDE_BY_SIDE);
    assertThat(receiver.mostAtOnce()).isLessThanOrEqualTo(2 * SIDE_BY_SIDE);
  }

  private static Controller leader(List<Controller> replicas) {
    await().atMost(LIMIT).until(() -> leaders(replicas).count() == 1);
    return leaders(replicas).findFirst().orElseThrow();
  }

  private static Stream<Controller> leaders(List<Controller> replicas) {
    return replicas.stream().filter(replica -> replica.metric("tocsin_leader") == 1);
  }
}
