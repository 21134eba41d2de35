package io.tocsin.controller.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * What a step has come to.
 *
 * @param progress running, unless the sync is over; to be kept before the next step
 * @param notBefore when the next step is due at the earliest, if not at the next change
 */
public record SyncStep(SyncProgress progress, Optional<Instant> notBefore) {
  public boolean isOver() {
    return progress.phase().isCompleted();
  }
}
