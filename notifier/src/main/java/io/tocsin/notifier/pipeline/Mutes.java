package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;

/** Of which objects nobody wants to hear for now. Thread-safe. */
@FunctionalInterface
public interface Mutes {
  boolean muted(KubeObject object);

  /** None. */
  Mutes NONE = object -> false;
}
