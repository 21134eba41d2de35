package io.tocsin.bench.load.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long SECOND = 1_000_000_000L;

  private final Ledger ledger = new Ledger();

  private static Message message(String application) {
    return new Message("r00", application, "fires-0", "abc");
  }

  @Test
  void whatNeverArrivesIsMissing() {
    ledger.expect(message("one"), 0);
    ledger.expect(message("two"), 0);
    ledger.arrived(message("one"), SECOND);
    assertThat(Tally.of(ledger.deliveries())).isEqualTo(new Tally(2, 1, 1, 0));
    assertThat(ledger.received()).isEqualTo(1);
  }

  @Test
  void eachArrivalBeyondTheFirstIsADuplicate() {
    ledger.expect(message("one"), 0);
    for (int i = 1; i <= 3; i++) {
      ledger.arrived(message("one"), i * SECOND);
    }
    assertThat(Tally.of(ledger.deliveries())).isEqualTo(new Tally(1, 1, 0, 2));
    assertThat(ledger.received()).isEqualTo(1);
  }

  @Test
  void anotherRevisionIsAnotherMessage() {
    ledger.expect(message("one"), 0);
    ledger.arrived(new Message("r00", "one", "fires-0", "older"), SECOND);
    assertThat(ledger.unexpected()).isEqualTo(1);
    assertThat(ledger.received()).isZero();
  }

  @Test
  void latencyIsFromThePatchToTheFirstArrival() {
    ledger.expect(message("one"), 2 * SECOND);
    ledger.expect(message("never"), 2 * SECOND);
    ledger.arrived(message("one"), 3 * SECOND);
    ledger.arrived(message("one"), 9 * SECOND);
    assertThat(Percentiles.ofLatency(ledger.deliveries()).max()).isEqualTo(1);
    assertThat(Percentiles.ofLatency(ledger.deliveries()).count()).isEqualTo(1);
  }

  @Test
  void duplicatesOfARestartHaveItBetweenTheirArrivals() {
    ledger.expect(message("both sides"), 0);
    ledger.expect(message("before"), 0);
    ledger.expect(message("after"), 0);
    ledger.arrived(message("both sides"), SECOND);
    ledger.arrived(message("both sides"), 5 * SECOND);
    ledger.arrived(message("before"), SECOND);
    ledger.arrived(message("before"), 2 * SECOND);
    ledger.arrived(message("after"), 5 * SECOND);
    ledger.arrived(message("after"), 6 * SECOND);
    assertThat(Tally.acrossMoment(ledger.deliveries(), 4 * SECOND)).isEqualTo(1);
  }
}
