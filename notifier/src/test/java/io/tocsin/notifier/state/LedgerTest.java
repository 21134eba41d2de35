package io.tocsin.notifier.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();

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
  void somebodyElsesEntriesAreKept() {
    ledger.observe("1", Map.of());
    ledger.queued("a", 10);
    ledger.observe("2", Map.of("theirs", 1L));
    ledger.ended("a");

    assertThat(ledger.change()).contains(new Ledger.Change("2", Map.of("a", 10L, "theirs", 1L)));
  }
}
