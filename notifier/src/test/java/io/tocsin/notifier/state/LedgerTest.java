package io.tocsin.notifier.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();
  private Map<String, Long> annotation = Map.of();
  private int version;

  @Test
  void whatTheAnnotationSaysWasTold() {
    ledger.observe("1", Map.of("a", 10L));

    assertThat(ledger.told("a")).isTrue();
    assertThat(ledger.told("b")).isFalse();
    assertThat(ledger.change()).isEmpty();
  }

  @Test
  void aQueuedDeliveryCountsAsToldButIsWrittenOnlyAfterItEnded() {
    ledger.observe("1", Map.of());
    ledger.queued("a", 10);

    assertThat(ledger.told("a")).isTrue();
    assertThat(ledger.change()).isEmpty();

    ledger.ended("a");

    assertThat(ledger.change()).contains(new Ledger.Change("1", Map.of("a", 10L)));
  }

  @Test
  void anErasedAnnotationDoesNotMakeItTellAgain() {
    ledger.observe("1", Map.of("a", 10L));
    ledger.observe("2", Map.of());

    assertThat(ledger.told("a")).isTrue();
    assertThat(ledger.change()).contains(new Ledger.Change("2", Map.of("a", 10L)));
  }

  @Test
  void whatSomebodyErasesAgainIsOnlyRemembered() {
    ledger.observe("1", Map.of("a", 10L));
    ledger.observe("2", Map.of());
    ledger.observe("3", Map.of("a", 10L));
    ledger.observe("4", Map.of());

    assertThat(ledger.change()).isEmpty();
    assertThat(ledger.told("a")).isTrue();

    ledger.queued("a", 20);
    ledger.ended("a");

    assertThat(ledger.change()).contains(new Ledger.Change("4", Map.of("a", 20L)));
  }

  @Test
  void anOldVersionSeenLateChangesNothing() {
    ledger.observe("20", Map.of("a", 10L));
    ledger.observe("9", Map.of("b", 5L));

    assertThat(ledger.told("b")).isFalse();
    assertThat(ledger.change()).isEmpty();
  }

  @Test
  void anUnmarkedEntryStaysForgottenWhileTheOldAnnotationIsStillSeen() {
    ledger.observe("1", Map.of("a", 10L));
    ledger.unmark("a");
    ledger.observe("2", Map.of("a", 10L));

    assertThat(ledger.told("a")).isFalse();
    assertThat(ledger.change()).contains(new Ledger.Change("2", Map.of()));
  }

  @Test
  void whatIsToldAgainAfterUnmarkingIsWrittenOnceTheLastOfItEnded() {
    ledger.observe("1", Map.of());
    ledger.queued("a", 10);
    ledger.unmark("a");
    ledger.queued("a", 20);
    ledger.ended("a");

    assertThat(ledger.change()).isEmpty();

    ledger.ended("a");

    assertThat(ledger.change()).contains(new Ledger.Change("1", Map.of("a", 20L)));
  }

  @Test
  void manyRevisionsToManyDestinationsAreEachToldOnceInASmallState() {
    int sends = 0;
    for (int revision = 0; revision < 1_000; revision++) {
      Set<String> live = new HashSet<>();
      for (int destination = 0; destination < 20; destination++) {
        String key =
            "revision-%040d:on-deployed:[0].hash:slack:channel-%d".formatted(revision, destination);
        live.add(key);
        if (!ledger.told(key)) {
          sends++;
          ledger.queued(key, revision);
          ledger.ended(key);
        }
      }
      ledger.live(live);
      write();
      assertThat(live).allMatch(ledger::told);
    }

    assertThat(sends).isEqualTo(20_000);
    assertThat(NotifiedAnnotation.write(annotation).orElseThrow().length())
        .isLessThanOrEqualTo(StateSize.LARGEST);
  }

  @Test
  void aHugeOncePerValueDoesNotMakeAHugeState() {
    for (int i = 0; i < 50; i++) {
      String key = i + "x".repeat(100_000) + ":t:[0].h:slack:";
      ledger.queued(key, i);
      ledger.ended(key);
      ledger.live(Set.of(key));
      write();
      assertThat(ledger.told(key)).isTrue();
    }

    assertThat(NotifiedAnnotation.write(annotation).orElseThrow().length()).isLessThan(16_384);
  }

  @Test
  void aLargeStateIsUnderstoodAfterARestart() {
    for (int i = 0; i < 300; i++) {
      ledger.queued("trigger:[0].h:email:somebody-%040d@example.com".formatted(i), 1);
      ledger.ended("trigger:[0].h:email:somebody-%040d@example.com".formatted(i));
    }
    write();
    Ledger restarted = new Ledger();
    restarted.observe("1000", annotation);
    String key = "trigger:[0].h:email:somebody-%040d@example.com".formatted(7);

    assertThat(annotation).hasSize(300).allSatisfy((k, v) -> assertThat(k).startsWith("~h:"));
    assertThat(restarted.told(key)).isTrue();

    restarted.unmark(key);

    assertThat(restarted.told(key)).isFalse();
    assertThat(restarted.change().orElseThrow().entries()).hasSize(299);
  }

  @Test
  void whatTheOriginalRecordedUnderNoValueCountsOnceAndIsKept() {
    ledger.observe("1", Map.of("<nil>:t:[0].h:slack:a", 5L, ":t:[0].h:slack:b", 6L));

    assertThat(ledger.adopt("r1:t:[0].h:slack:a", "t:[0].h:slack:a", 10)).isTrue();
    assertThat(ledger.adopt("r1:t:[0].h:slack:b", "t:[0].h:slack:b", 10)).isTrue();
    assertThat(ledger.adopt("r1:t:[0].h:slack:c", "t:[0].h:slack:c", 10)).isFalse();
    assertThat(ledger.told("r1:t:[0].h:slack:a")).isTrue();
    assertThat(ledger.adopt("r2:t:[0].h:slack:a", "t:[0].h:slack:a", 20)).isFalse();
    assertThat(ledger.change().orElseThrow().entries())
        .containsEntry("<nil>:t:[0].h:slack:a", 5L)
        .containsEntry(":t:[0].h:slack:b", 6L);
  }

  private void write() {
    ledger
        .change()
        .ifPresent(
            change -> {
              annotation = change.entries();
              ledger.observe(String.valueOf(++version), annotation);
            });
  }

  @Test
  void somebodyElsesEntriesAreKept() {
    ledger.observe("1", Map.of());
    ledger.queued("a", 10);
    ledger.observe("2", Map.of("theirs", 1L));
    ledger.ended("a");

    assertThat(ledger.change()).contains(new Ledger.Change("2", Map.of("a", 10L, "theirs", 1L)));
  }
}
