package io.tocsin.notifier.cluster;

import io.tocsin.notifier.config.Counted;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.notifier.records.DeadLetter;
import io.tocsin.notifier.records.DeadLetters;
import io.tocsin.notifier.records.Delayed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps what failed for good as a dead letter, and says so with an Event on its object; so it does
 * of what fails for some time.
 */
record Undelivered(DeadLetters letters, Events events, Clock clock) implements PipelineListener {
  static final String REASON = "NotificationFailed";

  /** A failure or two are nothing to tell. */
  private static final int TELLING = 3;

  @Override
  public void postponed(Delivery delivery, int attempt, String reason, Duration wait) {
    if (attempt == TELLING) {
      events.warn(
          delivery.object(),
          Delayed.REASON,
          Delayed.message(delivery.trigger(), delivery.destination(), reason));
    }
  }

  /** The next controller is asked to send it. */
  @Override
  public void left(Delivery delivery) {
    Instant now = clock.instant();
    letters.add(
        DeadLetter.of(delivery, 0, "the controller stopped before it was sent", now)
            .askedToResend(now));
  }

  @Override
  public void dead(Delivery delivery, int attempt, String reason) {
    letters.add(DeadLetter.of(delivery, attempt, reason, clock.instant()));
    events.warn(
        delivery.object(),
        REASON,
        "trigger %s: %s was not told, given up after %s: %s"
            .formatted(
                delivery.trigger(),
                delivery.destination(),
                Counted.of(attempt, "attempt"),
                reason));
  }
}
