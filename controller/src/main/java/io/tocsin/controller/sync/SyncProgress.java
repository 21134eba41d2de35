package io.tocsin.controller.sync;

import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.ResourceResult;
import io.tocsin.controller.application.SyncResult;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a sync has come: all that is needed to go on, and all that an operation's state keeps.
 *
 * @param results by object and phase, in the order in which they were touched first
 */
public record SyncProgress(Phase phase, String message, Map<Part, ResourceResult> results) {
  /** One object in one phase. */
  public record Part(ResourceKey key, String syncPhase) {}

  public SyncProgress {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }

  /** Nothing done yet. */
  public static SyncProgress started() {
    return new SyncProgress(Phase.RUNNING, "", Map.of());
  }

  /** As it was left. */
  public static SyncProgress of(OperationState state) {
    Map<Part, ResourceResult> results = new LinkedHashMap<>();
    state.syncResult().map(SyncResult::resources).orElse(List.of()).stream()
        .forEach(each -> results.put(new Part(each.key(), each.syncPhase()), each));
    return new SyncProgress(state.phase(), state.message(), results);
  }

  /** The state with this in it; it must have a sync result, as that knows sources and revisions. */
  public OperationState into(OperationState state) {
    SyncResult result =
        state.syncResult().orElseThrow().withResources(List.copyOf(results.values()));
    return state.withSyncResult(Optional.of(result)).withPhase(phase, message);
  }

  SyncProgress with(Phase otherPhase, String otherMessage) {
    return new SyncProgress(otherPhase, otherMessage, results);
  }

  Optional<ResourceResult> result(SyncTask task) {
    return Optional.ofNullable(results.get(task.part()));
  }

  /** Records what was done; a message stays until there is another. */
  SyncProgress with(SyncTask task, String status, Optional<Phase> state, String text) {
    Optional<ResourceResult> before = result(task);
    String kept = text.isEmpty() ? before.map(ResourceResult::message).orElse("") : text;
    ResourceResult after =
        new ResourceResult(
            task.key(),
            before.map(ResourceResult::version).orElse(version(task)),
            status,
            kept,
            task.isHook() ? task.phase().toString() : "",
            state,
            task.phase().toString(),
            before.map(ResourceResult::images).orElseGet(() -> Images.of(task.object())));
    Map<Part, ResourceResult> all = new LinkedHashMap<>(results);
    all.put(task.part(), after);
    return new SyncProgress(phase, message, all);
  }

  /** Records how it goes on with what was done. */
  SyncProgress with(SyncTask task, Phase state, String text) {
    return with(task, status(task), Optional.of(state), text);
  }

  String status(SyncTask task) {
    return result(task).map(ResourceResult::status).orElse("");
  }

  boolean isFailed(SyncTask task) {
    return status(task).equals(ResourceResult.SYNC_FAILED);
  }

  boolean isPending(SyncTask task) {
    return state(task).isEmpty();
  }

  boolean isRunning(SyncTask task) {
    return state(task).filter(Phase.RUNNING::equals).isPresent();
  }

  boolean isCompleted(SyncTask task) {
    return state(task).filter(Phase::isCompleted).isPresent();
  }

  boolean isSuccessful(SyncTask task) {
    return state(task).filter(Phase.SUCCEEDED::equals).isPresent();
  }

  String message(SyncTask task) {
    return result(task).map(ResourceResult::message).orElse("");
  }

  private Optional<Phase> state(SyncTask task) {
    return result(task).flatMap(ResourceResult::hookPhase);
  }

  private static String version(SyncTask task) {
    String apiVersion = task.object().apiVersion();
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }
}
