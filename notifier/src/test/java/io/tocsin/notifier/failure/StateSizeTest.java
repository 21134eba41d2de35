package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;

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
  private static final int LARGEST = 32 * 1024;

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
}
