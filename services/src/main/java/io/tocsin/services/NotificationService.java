package io.tocsin.services;

/**
 * A configured service. Thread-safe; {@link #send} blocks on I/O and is called on virtual threads.
 */
public interface NotificationService extends AutoCloseable {
  /** Sends one notification, once: whether to try again is the caller's decision. */
  Outcome send(Notification notification, Destination destination);

  /** Releases connections. */
  @Override
  default void close() {}
}
