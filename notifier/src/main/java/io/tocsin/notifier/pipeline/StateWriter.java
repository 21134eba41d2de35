package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.state.Ledger;
import io.tocsin.notifier.state.NotifiedAnnotation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Keeps on an object what its destinations were told. Thread-safe. */
public interface StateWriter extends AutoCloseable {
  /** What the object says. */
  default Map<String, Long> read(KubeObject object) {
    return NotifiedAnnotation.read(object.annotations());
  }

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
