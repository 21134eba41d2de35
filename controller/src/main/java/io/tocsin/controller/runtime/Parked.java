package io.tocsin.controller.runtime;

import java.util.concurrent.CompletionStage;

/** Thrown by a task of a {@link KeyedExecutor} that has to run again once something is there. */
public final class Parked extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CompletionStage<?> until;

  /**
   * The task is run again, from its beginning.
   *
   * @param until ends, well or not, when it is worth the while
   */
  public Parked(CompletionStage<?> until) {
    super("waits for something", null, false, false);
    this.until = until;
  }

  CompletionStage<?> until() {
    return until;
  }
}
