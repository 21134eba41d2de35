package io.tocsin.notifier.demo;

import io.tocsin.controller.runtime.KubeObject;
import java.util.Optional;

/**
 * A turn in a story in which the sync controller acts.
 *
 * @param title what the terminal shows
 * @param play what people do
 * @param phase how the operation ends that comes of it; absent where none does
 * @param sync in the end
 * @param health in the end
 */
record Turn(String title, Runnable play, Optional<String> phase, String sync, String health) {
  /**
   * Whether the turn is over.
   *
   * @param before the operation before the turn, as {@link Chronicle#operation} has it
   */
  boolean over(KubeObject application, String before) {
    return phase.map(wanted -> ended(application, wanted, before)).orElse(true)
        && is(application, sync, "sync", "status")
        && is(application, health, "health", "status");
  }

  private static boolean ended(KubeObject application, String phase, String before) {
    return is(application, phase, "operationState", "phase")
        && !Chronicle.operation(application).equals(before);
  }

  private static boolean is(KubeObject application, String wanted, String key, String inner) {
    return application.text("status", key, inner).filter(wanted::equals).isPresent();
  }
}
