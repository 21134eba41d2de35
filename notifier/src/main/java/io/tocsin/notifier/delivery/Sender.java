package io.tocsin.notifier.delivery;

import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Outcome;

/** Renders and sends deliveries. Thread-safe. */
public interface Sender {
  /** Sends one delivery, once; blocks. */
  Outcome send(Delivery delivery);

  /** What the receiver bears. */
  default Limits limits(Destination destination) {
    return Limits.none(destination.service());
  }

  /** How often and when to try again. */
  default RetryPolicy retries(Destination destination) {
    return RetryPolicy.DEFAULT;
  }
}
