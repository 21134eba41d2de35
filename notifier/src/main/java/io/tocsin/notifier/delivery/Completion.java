package io.tocsin.notifier.delivery;

/** Waits for a delivery to end. Called on the sending threads; must be thread-safe and quick. */
@FunctionalInterface
public interface Completion {
  /**
   * It came to an end, so that it may be recorded.
   *
   * @param delivered whether the receiver took it; if not, it is a dead letter or no longer wanted
   */
  void ended(Delivery delivery, boolean delivered);

  /** Asked once its turn has come: whether there is still something to say. */
  default boolean wanted() {
    return true;
  }

  /** This process ends before it could be sent. */
  default void left(Delivery delivery) {}

  /** Returns when what ended is recorded, or within some seconds if that takes longer. */
  default void awaitRecorded() {}
}
