package io.tocsin.controller.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an Application.
 *
 * @param history oldest first
 * @param sourceTypes {@code Helm}, {@code Kustomize} or {@code Directory}, one for each source
 * @param controllerNamespace where the controller runs that wrote this; empty when none has
 */
public record ApplicationStatus(
    SyncState sync,
    HealthState health,
    Optional<OperationState> operationState,
    List<Deployment> history,
    List<Condition> conditions,
    List<ResourceState> resources,
    Summary summary,
    Optional<Instant> reconciledAt,
    List<String> sourceTypes,
    String controllerNamespace) {
  public static final ApplicationStatus NONE =
      new ApplicationStatus(
          SyncState.NONE,
          HealthState.NONE,
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Summary.NONE,
          Optional.empty(),
          List.of(),
          "");

  static ApplicationStatus read(Fields fields) {
    List<String> types = fields.texts("sourceTypes");
    String type = fields.text("sourceType");
    return new ApplicationStatus(
        fields.object("sync").map(SyncState::read).orElse(SyncState.NONE),
        fields.object("health").map(HealthState::read).orElse(HealthState.NONE),
        fields.object("operationState").map(OperationState::read),
        fields.objects("history", Deployment::read),
        fields.objects("conditions", Condition::read),
        fields.objects("resources", ResourceState::read),
        fields.object("summary").map(Summary::read).orElse(Summary.NONE),
        fields.time("reconciledAt"),
        types.isEmpty() && !type.isEmpty() ? List.of(type) : types,
        fields.text("controllerNamespace"));
  }

  public ApplicationStatus withOperationState(Optional<OperationState> other) {
    return new ApplicationStatus(
        sync,
        health,
        other,
        history,
        conditions,
        resources,
        summary,
        reconciledAt,
        sourceTypes,
        controllerNamespace);
  }

  public ApplicationStatus withHistory(List<Deployment> other) {
    return new ApplicationStatus(
        sync,
        health,
        operationState,
        other,
        conditions,
        resources,
        summary,
        reconciledAt,
        sourceTypes,
        controllerNamespace);
  }

  public ApplicationStatus withConditions(List<Condition> other) {
    return new ApplicationStatus(
        sync,
        health,
        operationState,
        history,
        other,
        resources,
        summary,
        reconciledAt,
        sourceTypes,
        controllerNamespace);
  }

  /** As {@code status} is written, in Argo CD's names; what is empty is left out. */
  public Map<String, Object> written() {
    Written written = new Written().objects("resources", resources, ResourceState::written);
    if (!sync.status().isEmpty()) {
      written.always("sync", sync.written());
    }
    written
        .map("health", health.written())
        .objects("history", history, Deployment::written)
        .objects("conditions", conditions, Condition::written)
        .time("reconciledAt", reconciledAt);
    operationState.ifPresent(state -> written.always("operationState", state.written()));
    if (sourceTypes.size() == 1) {
      written.text("sourceType", sourceTypes.getFirst());
    } else {
      written.texts("sourceTypes", sourceTypes);
    }
    return written
        .map("summary", summary.written())
        .text("controllerNamespace", controllerNamespace)
        .done();
  }

  /** The merge patch of {@code status} that makes this of what stood there; empty when equal. */
  public Map<String, Object> patchFrom(ApplicationStatus before) {
    return MergePatch.between(before.written(), written());
  }
}
