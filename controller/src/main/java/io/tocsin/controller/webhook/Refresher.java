package io.tocsin.controller.webhook;

import io.tocsin.controller.runtime.ObjectKey;

/** Has an Application looked at anew. Safe for many threads. */
@FunctionalInterface
public interface Refresher {
  /** Asks for it; a failure is logged, as the periodic refresh comes anyway. */
  void refresh(ObjectKey application);
}
