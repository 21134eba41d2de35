package io.tocsin.bench.load.report;

import io.tocsin.bench.load.ledger.Delivery;
import io.tocsin.bench.load.ledger.Percentiles;
import io.tocsin.bench.load.ledger.Tally;
import io.tocsin.bench.load.receiver.Traffic;
import io.tocsin.bench.load.scenario.ReceiverGroup;
import java.util.List;

/** What one receiver saw. */
public record Outcome(
    String name, ReceiverGroup behaviour, Traffic traffic, List<Delivery> deliveries) {
  public Outcome {
    deliveries = List.copyOf(deliveries);
  }

  Tally tally() {
    return Tally.of(deliveries);
  }

  Percentiles latency() {
    return Percentiles.ofLatency(deliveries);
  }
}
