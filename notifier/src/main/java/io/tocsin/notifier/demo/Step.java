package io.tocsin.notifier.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A turn in the life of the demo's Application, as Argo CD would write it to the status.
 *
 * @param title what the terminal shows
 * @param phase of the operation, if there was one
 */
record Step(String title, String sync, String health, Optional<String> phase) {
  static final String REVISION = "53e28ff20cc530b9ada2173fbbd64d48338583ba";

  /** A sync, a degradation and a recovery on one revision. */
  static List<Step> all() {
    return List.of(
        new Step("OutOfSync", "OutOfSync", "Missing", Optional.empty()),
        new Step("Running", "OutOfSync", "Missing", Optional.of("Running")),
        new Step("Succeeded", "Synced", "Progressing", Optional.of("Succeeded")),
        new Step("Healthy", "Synced", "Healthy", Optional.of("Succeeded")),
        new Step("Degraded", "Synced", "Degraded", Optional.of("Succeeded")),
        new Step("Healthy again", "Synced", "Healthy", Optional.of("Succeeded")));
  }

  /** The merge patch that writes this turn. */
  Map<String, Object> patch(Instant started, Instant now) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("sync", Map.of("status", sync, "revision", REVISION));
    status.put("health", Map.of("status", health, "lastTransitionTime", text(now)));
    status.put("reconciledAt", text(now));
    phase.ifPresent(value -> status.put("operationState", operation(value, started)));
    return Map.of("status", status);
  }

  private static Map<String, Object> operation(String phase, Instant started) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("phase", phase);
    operation.put("startedAt", text(started));
    if (phase.equals("Succeeded")) {
      operation.put("finishedAt", text(started.plusSeconds(1)));
      operation.put("message", "successfully synced (all tasks run)");
      operation.put("syncResult", Map.of("revision", REVISION));
    }
    return operation;
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
