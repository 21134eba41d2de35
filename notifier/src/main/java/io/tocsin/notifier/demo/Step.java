package io.tocsin.notifier.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Argo CD would write to an Application's status.
 *
 * @param title what the terminal shows
 * @param phase of the operation, if there was one
 * @param revision the commit that it is about
 */
record Step(String title, String sync, String health, Optional<String> phase, String revision) {
  /** Deployed before a story begins, where anything was. */
  static final String EARLIER = "0c6f23e1bd4cd2b9a5f5f4a34d4b9c9a0a7be9c4";

  static final String FIRST = "53e28ff20cc530b9ada2173fbbd64d48338583ba";

  private static final String SECOND = "b2f0a1c4d7e96835bd12f7c0e5a4938d6cb1f20e";
  private static final String SUCCEEDED = "Succeeded";
  private static final String FAILED = "Failed";

  /** A sync, a degradation and a recovery on one revision. */
  static List<Step> onOneCommit() {
    return List.of(
        new Step("OutOfSync", "OutOfSync", "Missing", Optional.empty(), FIRST),
        running("Missing", FIRST),
        new Step(SUCCEEDED, "Synced", "Progressing", Optional.of(SUCCEEDED), FIRST),
        deployed(FIRST).titled("Healthy"),
        degraded(FIRST),
        deployed(FIRST).titled("Healthy again"));
  }

  /** A commit that is deployed, and one that cannot be. */
  static List<Step> onTwoCommits() {
    return List.of(
        running("Missing", FIRST),
        deployed(FIRST),
        running("Healthy", SECOND).titled("Running, the next commit"),
        new Step(FAILED, "OutOfSync", "Healthy", Optional.of(FAILED), SECOND));
  }

  static Step deployed(String revision) {
    return new Step("Deployed", "Synced", "Healthy", Optional.of(SUCCEEDED), revision);
  }

  static Step degraded(String revision) {
    return new Step("Degraded", "Synced", "Degraded", Optional.of(SUCCEEDED), revision);
  }

  private static Step running(String health, String revision) {
    return new Step("Running", "OutOfSync", health, Optional.of("Running"), revision);
  }

  Step titled(String other) {
    return new Step(other, sync, health, phase, revision);
  }

  /** The merge patch that writes this turn. */
  Map<String, Object> patch(Instant started, Instant now) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("sync", Map.of("status", sync, "revision", revision));
    status.put("health", Map.of("status", health, "lastTransitionTime", text(now)));
    status.put("reconciledAt", text(now));
    phase.ifPresent(value -> status.put("operationState", operation(value, started)));
    return Map.of("status", status);
  }

  private Map<String, Object> operation(String value, Instant started) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("phase", value);
    operation.put("startedAt", text(started));
    operation.put("syncResult", Map.of("revision", revision));
    if (!value.equals("Running")) {
      operation.put("finishedAt", text(started.plusSeconds(1)));
      operation.put(
          "message",
          value.equals(FAILED)
              ? "one or more objects failed to apply: Deployment guestbook-ui: spec.replicas: must"
                  + " not be negative"
              : "successfully synced (all tasks run)");
    }
    return operation;
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
