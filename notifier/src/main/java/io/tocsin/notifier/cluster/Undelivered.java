package io.tocsin.notifier.cluster;

import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.DeadLetters;
import java.time.Clock;

/** Keeps what failed for good as a dead letter, and says so with an Event on its object. */
record Undelivered(DeadLetters letters, Events events, Clock clock) implements PipelineListener {
  static final String REASON = "NotificationFailed";

  @Override
  public void dead(Delivery delivery, int attempt, String reason) {
    letters.add(DeadLetter.of(delivery, attempt, reason, clock.instant()));
    events.warn(
        delivery.object(),
        REASON,
        "trigger %s: %s was not told, given up after %d attempts: %s"
            .formatted(delivery.trigger(), delivery.destination(), attempt, reason));
  }
}
