package io.tocsin.services;

import java.util.Optional;

/**
 * A configured service. Thread-safe; {@link #send} blocks on I/O and is called on virtual threads.
 */
public interface NotificationService extends AutoCloseable {
  /** Sends one notification, once: whether to try again is the caller's decision. */
  Outcome send(Notification notification, Destination destination);

  /** How the service wishes to be retried; absent where the delivery queue's own rule holds. */
  default Optional<RetryHints> retry() {
    return Optional.empty();
  }

  /** What the receiver behind a destination bears. */
  default Limits limits(Destination destination) {
    return Limits.none(destination.service());
  }

  /** Releases connections. */
  @Override
  default void close() {}
}
