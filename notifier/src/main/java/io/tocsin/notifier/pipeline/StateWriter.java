package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.state.Ledger;
import java.util.concurrent.CompletableFuture;

/** Writes what an object's destinations were told to the object. Thread-safe. */
public interface StateWriter extends AutoCloseable {
  /**
   * Writes soon what the ledger wants written, if anything; calls close together become one.
   *
   * @param uid of the very object: its successor of the same name is not written to
   * @return completes, never with a failure, when it is written or will not be
   */
  CompletableFuture<Void> write(ObjectKey key, String uid, Ledger ledger);

  /** Writes what is due and stops. */
  @Override
  void close();
}
