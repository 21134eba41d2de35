package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.sync.ClusterException;
import java.time.Duration;
import java.util.Map;

/** Deletes and creates what the server will not change. */
final class Recreation {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

  private final Requests requests;
  private final Pause pause;

  Recreation(Requests requests, Pause pause) {
    this.requests = requests;
    this.pause = pause;
  }

  void recreate(ObjectKey key, Map<String, Object> object, boolean dryRun) {
    if (dryRun) {
      tryOut(key, object);
      return;
    }
    requests.delete(key, "Background");
    if (!pause.until(() -> requests.get(key).isEmpty(), GONE_WITHIN)) {
      throw new ClusterException(
          409, "%s was deleted to be created anew and is not gone yet.".formatted(key));
    }
    requests.create(key, object);
  }

  /** What is there stands in the way of a creation only after everything else was found good. */
  private void tryOut(ObjectKey key, Map<String, Object> object) {
    try {
      requests.create(key, object);
    } catch (ClusterException e) {
      if (!e.isConflict()) {
        throw e;
      }
    }
  }
}
