package io.tocsin.notifier.delivery;

import io.tocsin.services.Limits;
import io.tocsin.services.Outcome;

/** Renders and sends deliveries. Thread-safe. */
public interface Sender {
  /** Sends one delivery, once; blocks. */
  Outcome send(Delivery delivery);

  /** What the receiver bears. */
  default Limits limits(Delivery delivery) {
    return Limits.none(delivery.destination().service());
  }

  /** How often and when to try again. */
  default RetryPolicy retries(Delivery delivery) {
    return RetryPolicy.DEFAULT;
  }
}
