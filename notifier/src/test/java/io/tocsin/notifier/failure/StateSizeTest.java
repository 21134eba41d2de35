package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.notifier.state.ConditionKeys;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.state.NotifiedAnnotation;
import io.tocsin.services.Destination;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateSizeTest extends FailureTest {
  /** Fewer than may wait for one destination. */
  private static final int BATCH = 50;

  private static final int LARGEST = 32 * 1024;
  private static final List<String> TROUBLE = List.of("is refused", "failed and is tried again");

  @Test
  void aValueOfAHundredKilobytesThatChangesFiftyTimesIsToldOnceEachTime() {
    plane.configMap(
        Settings.with(
            receiver.url(),
            Map.of(
                "template.t",
                Settings.message(
                    "hook", "{{.app.metadata.name}} {{.app.spec.source.targetRevision}}"))));
    Controller controller = controller();
    settle(controller);
    plane.application("a", "0", Map.of(Settings.SUBSCRIBE, ""));

    for (int i = 0; i < 50; i++) {
      String value = (i + "-").repeat(50_000).substring(0, 100_000);
      plane.patch(
          "a",
          Map.of(
              "spec", Map.of("source", Map.of("targetRevision", "v" + i)),
              "status", Map.of("sync", Map.of("revision", value))));
    }
    settle(controller);

    Map<String, Long> told = counts();
    assertThat(told).hasSize(51);
    assertThat(told.values()).allMatch(times -> times == 1);
    assertSmall("a", controller, "100 KB x 50");
  }

  @Test
  void manyRevisionsForTwentyDestinationsAreToldOnceEachByTheProgram() {
    int revisions = 200;
    plane.configMap(
        Settings.with(
            receiver.url(),
            Map.of(
                "template.t",
                Settings.message(
                    "hook",
                    "{{.app.metadata.name}} {{.app.status.sync.revision}} {{.recipient}}"))));
    Controller controller = controller();
    settle(controller);
    plane.application("a", "v0", Map.of(Settings.SUBSCRIBE, ManyDestinationsTest.recipients(20)));
    for (int i = 1; i < revisions; i++) {
      plane.revision("a", "v" + i);
      if (i % BATCH == BATCH - 1) {
        int expected = (i + 1) * 20;
        await().atMost(LIMIT).until(() -> counts().size() >= expected);
      }
    }
    plane.annotate("a", "example.com/other", "1");
    controller.stop();
    Controller next = controller();
    plane.reconciled("a", 1);
    await().atMost(LIMIT).until(() -> next.metric("tocsin_delivery_queue_depth") == 0);

    assertThat(counts()).hasSize(revisions * 20);
    assertThat(counts().values()).allMatch(times -> times == 1);
    assertSmall("a", controller, "200 x 20");
  }

  @Test
  void tenThousandRevisionsForTwentyDestinationsFitAndTheServerTakesThem() {
    plane.application("a", "0", Map.of());
    List<Destination> destinations =
        IntStream.range(0, 20).mapToObj(i -> new Destination("hook", "r" + i)).toList();
    ConditionKeys condition = new ConditionKeys("", "on-revision", "[0].hash");
    Ledger ledger = new Ledger();
    int largest = 0;
    for (int revision = 0; revision < 10_000; revision++) {
      Set<String> live = new HashSet<>();
      for (Destination destination : destinations) {
        String key = condition.told(destination, Optional.of("commit-" + revision));
        assertThat(ledger.told(key)).isFalse();
        live.add(key);
        ledger.queued(key, revision);
        ledger.ended(key);
      }
      ledger.live(live);
      Map<String, Long> entries = ledger.change().orElseThrow().entries();
      String text = NotifiedAnnotation.write(entries).orElseThrow();
      largest = Math.max(largest, text.length());
      if (revision % 500 == 499) {
        plane.annotate("a", NotifiedAnnotation.NAME, text);
        assertThat(plane.told("a")).isEqualTo(entries);
      }
      ledger.observe(Integer.toString(revision + 1), entries);
      assertThat(live.stream().allMatch(ledger::told)).isTrue();
    }
    Report.say("10,000 revisions x 20 destinations", "state at most %d bytes".formatted(largest));
    assertThat(largest).isLessThanOrEqualTo(LARGEST);
  }

  private void assertSmall(String name, Controller controller, String what) {
    int size = plane.annotations(name).get(NotifiedAnnotation.NAME).length();
    Report.say(what, "state of %d bytes".formatted(size));
    assertThat(size).isLessThanOrEqualTo(LARGEST);
    assertThat(controller.log()).doesNotContain(TROUBLE);
  }
}
