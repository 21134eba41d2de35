package io.tocsin.controller.reconcile.cluster;

import io.tocsin.controller.runtime.ResourceKey;
import java.util.Optional;

/** Hears of changes of live objects, on threads of watches; should return at once. */
@FunctionalInterface
public interface LiveListener {
  /**
   * An object came, changed or went.
   *
   * @param instance what tracks it, or tracked it before
   */
  void changed(ResourceKey key, Optional<String> instance);
}
