package io.tocsin.notifier.delivery;

import java.time.Duration;

/** Hears how deliveries go. Called on the sending threads; must be thread-safe and quick. */
public interface DeliveryListener {
  /** The receiver took it. */
  default void delivered(Delivery delivery, int attempt, Duration took) {}

  /** It failed and will be tried again. */
  default void postponed(Delivery delivery, int attempt, String reason, Duration wait) {}

  /** It failed for good. */
  default void dead(Delivery delivery, int attempt, String reason) {}

  /** Nothing is sent, as the destination was told before. */
  default void heldBack(Delivery delivery) {}
}
