package io.tocsin.notifier.cli.app;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.cli.CommandException;
import java.util.Map;

/** Has the controller compare an Application anew. */
final class Refreshing {
  private static final String ANNOTATION = "argocd.argoproj.io/refresh";
  private static final long SECONDS = 60;

  private Refreshing() {}

  /**
   * Asks for it and waits.
   *
   * @param hard whether nothing that was kept is believed
   * @return the Application as it is then
   */
  static KubeObject of(Apps apps, ObjectKey key, boolean hard) {
    String kind = hard ? "hard" : "normal";
    KubeObject asked =
        apps.change(
            key, now -> Map.of("metadata", Map.of("annotations", Map.of(ANNOTATION, kind))));
    return new Waiting(apps, key, SECONDS, "the refresh")
        .until(
            asked.resourceVersion(),
            now -> now.filter(o -> !o.annotations().containsKey(ANNOTATION)).isPresent(),
            now -> {})
        .orElseThrow(
            () -> new CommandException("Application %s was deleted meanwhile".formatted(key)));
  }
}
