package io.tocsin.notifier.pipeline;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.templates.golang.GoObject;
import java.util.concurrent.CompletableFuture;

/**
 * What repositories of objects say. An answer may take its time, and ends by itself; one that
 * failed has a {@link io.tocsin.templates.golang.GoException}, or {@link Unavailable} where asking
 * again may help. The same question again gets the same answer, at least for some seconds.
 * Thread-safe; never blocks.
 */
public interface RepositoryFacts {
  /** Who made a commit, and why. */
  CompletableFuture<GoObject> commit(KubeObject object, String revision);

  /** What is deployed from it. */
  CompletableFuture<GoObject> details(KubeObject object);

  /** A repository that cannot be reached, or does not answer in time. */
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
      super(message, null, false, false);
    }
  }
}
