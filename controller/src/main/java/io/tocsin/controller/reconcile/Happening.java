package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.ApplicationStatus;
import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.SyncOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that a turn has changed, in the words of Argo CD's controller (controller/
 * appcontroller.go).
 *
 * @param type Normal or Warning
 * @param reason such as OperationCompleted
 */
record Happening(String type, String reason, String message) {
  private static final String NORMAL = "Normal";
  private static final String WARNING = "Warning";

  /** What is otherwise than before, once it is written. */
  static List<Happening> in(Draft draft) {
    ApplicationStatus before = draft.before().status();
    ApplicationStatus after = draft.status();
    List<Happening> all = new ArrayList<>();
    ended(draft).map(Happening::completed).ifPresent(all::add);
    if (!before.sync().status().equals(after.sync().status())) {
      all.add(updated("sync", before.sync().status(), after.sync().status(), ""));
    }
    if (!before.health().status().equals(after.health().status())) {
      all.add(
          updated(
              "health",
              before.health().status(),
              after.health().status(),
              after.health().message()));
    }
    deletionError(after)
        .filter(message -> !deletionError(before).equals(Optional.of(message)))
        .map(message -> "Unable to delete application resources: " + message)
        .ifPresent(message -> all.add(new Happening(WARNING, "StatusRefreshed", message)));
    draft.requested().map(Happening::started).ifPresent(all::add);
    return all;
  }

  /** The operation that is over now and was not before. */
  static Optional<OperationState> ended(Draft draft) {
    Optional<OperationState> before = draft.before().status().operationState();
    return draft
        .status()
        .operationState()
        .filter(state -> state.phase().isCompleted())
        .filter(
            state ->
                before
                    .filter(old -> old.phase().isCompleted())
                    .filter(old -> old.startedAt().equals(state.startedAt()))
                    .isEmpty());
  }

  private static Happening updated(String what, String from, String to, String why) {
    String reason = why.isEmpty() ? "" : " (" + why + ")";
    return new Happening(
        NORMAL,
        "ResourceUpdated",
        "Updated %s status: %s -> %s%s".formatted(what, from, to, reason));
  }

  private static Happening completed(OperationState state) {
    boolean partial =
        state
            .operation()
            .sync()
            .map(SyncOperation::resources)
            .filter(r -> !r.isEmpty())
            .isPresent();
    String what =
        (partial ? "Partial sync operation" : "Sync operation")
            + state
                .syncResult()
                .map(result -> " to " + revisions(result.revision(), result.revisions()))
                .orElse("");
    return state.phase() == Phase.SUCCEEDED
        ? new Happening(NORMAL, "OperationCompleted", what + " succeeded")
        : new Happening(WARNING, "OperationCompleted", what + " failed: " + state.message());
  }

  private static Happening started(Map<String, Object> operation) {
    Map<?, ?> sync = operation.get("sync") instanceof Map<?, ?> map ? map : Map.of();
    List<String> several =
        sync.get("revisions") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    String one = sync.get("revision") instanceof String text ? text : "";
    return new Happening(
        NORMAL,
        "OperationStarted",
        "Initiated automated sync to '%s'".formatted(revisions(one, several)));
  }

  private static String revisions(String one, List<String> several) {
    return one.isEmpty() ? String.join(", ", several) : one;
  }

  private static Optional<String> deletionError(ApplicationStatus status) {
    String messages =
        status.conditions().stream()
            .filter(condition -> condition.type().equals(Conditions.DELETION))
            .map(Condition::message)
            .collect(Collectors.joining("; "));
    return Optional.of(messages).filter(text -> !text.isEmpty());
  }
}
