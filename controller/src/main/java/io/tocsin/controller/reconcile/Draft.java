package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.ApplicationStatus;
import io.tocsin.controller.application.MergePatch;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.runtime.KubeObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a turn has decided so far; nothing of it is written yet. For one thread. */
final class Draft {
  private final Application application;
  private ApplicationStatus status;
  private Optional<Map<String, Object>> operation = Optional.empty();
  private boolean operationEnds;
  private boolean refreshed;
  private List<String> finalizers;
  private Instant wake;
  private boolean comparesAgain;

  Draft(Application application) {
    this.application = application;
    this.status = application.status();
    this.finalizers = application.finalizers();
  }

  /** As it was. */
  Application before() {
    return application;
  }

  /** The operation that is asked for here, if one is. */
  Optional<Map<String, Object>> requested() {
    return operation;
  }

  /** With the status as it will be. */
  Application application() {
    return new Application(
        application.object(), application.spec(), application.operation(), status);
  }

  ApplicationStatus status() {
    return status;
  }

  void status(ApplicationStatus other) {
    status = other;
  }

  /** Whether an operation is under way or asked for, as it will be. */
  boolean operating() {
    boolean running =
        status.operationState().filter(state -> !state.phase().isCompleted()).isPresent();
    return running
        || operation.isPresent()
        || (application.operation().isPresent() && !operationEnds);
  }

  void operationState(OperationState state) {
    status = status.withOperationState(Optional.of(state));
  }

  /** Asks for an operation, to be begun when this is written. */
  void request(Map<String, Object> content) {
    operation = Optional.of(content);
    wakeAt(Instant.MIN);
  }

  /** Takes away the request of the operation, which is over. */
  void endOperation() {
    operationEnds = true;
  }

  /** Takes away the annotation that asked for a refresh. */
  void refreshed() {
    refreshed = true;
  }

  void finalizers(List<String> others) {
    finalizers = others;
  }

  /** Wants another turn at the instant; of several the earliest counts. */
  void wakeAt(Instant time) {
    wake = wake == null || time.isBefore(wake) ? time : wake;
  }

  /** Wants to be compared anew at the instant, though nothing happens until then. */
  void compareAt(Instant time) {
    comparesAgain = true;
    wakeAt(time);
  }

  boolean comparesAgain() {
    return comparesAgain;
  }

  Optional<Instant> wake() {
    return Optional.ofNullable(wake);
  }

  private boolean isAsked() {
    return refreshed && application.object().annotations().containsKey(Interest.REFRESH);
  }

  /** Whether only {@code reconciledAt} would change, and nobody asked to know it. */
  private boolean isIdle(Map<String, Object> patch) {
    boolean unrefreshed =
        application
            .status()
            .operationState()
            .flatMap(OperationState::finishedAt)
            .filter(
                end ->
                    application
                        .status()
                        .reconciledAt()
                        .filter(time -> !time.isBefore(end))
                        .isEmpty())
            .isPresent();
    return !isAsked() && !unrefreshed && patch.keySet().equals(Set.of("reconciledAt"));
  }

  /** The Application as a patch makes it, if nobody else changes it. */
  KubeObject patched(Map<String, Object> patch) {
    return new KubeObject(MergePatch.applied(application.object().content(), patch));
  }

  /** The merge patch of the Application; empty when there is nothing to write. */
  Map<String, Object> patch() {
    Map<String, Object> patch = new LinkedHashMap<>();
    Map<String, Object> metadata = new LinkedHashMap<>();
    Map<String, Object> statusPatch = status.patchFrom(application.status());
    if (!statusPatch.isEmpty() && !isIdle(statusPatch)) {
      patch.put("status", statusPatch);
    }
    if (isAsked()) {
      Map<String, Object> annotations = new LinkedHashMap<>();
      annotations.put(Interest.REFRESH, null);
      metadata.put("annotations", annotations);
    }
    if (!finalizers.equals(application.finalizers())) {
      metadata.put("finalizers", finalizers);
    }
    if (operation.isPresent()) {
      patch.put("operation", operation.get());
    } else if (operationEnds && application.object().at("operation") != null) {
      patch.put("operation", null);
    }
    if (metadata.containsKey("finalizers") || patch.containsKey("operation")) {
      metadata.put("resourceVersion", application.object().resourceVersion());
    }
    if (!metadata.isEmpty()) {
      patch.put("metadata", metadata);
    }
    return patch;
  }
}
