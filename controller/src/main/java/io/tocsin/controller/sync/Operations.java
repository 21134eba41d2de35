package io.tocsin.controller.sync;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.Deployment;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.Operation;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.application.SyncResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The life of an operation around its sync: begin, go on, fail and be tried again, end. */
public final class Operations {
  private static final Set<String> ERRORS = Set.of("ComparisonError", "InvalidSpecError");
  private static final DateTimeFormatter KITCHEN =
      DateTimeFormatter.ofPattern("h:mma", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Operations() {}

  /** What is to be done with an operation. */
  public sealed interface Turn {
    /** To be kept, before anything else is done. */
    OperationState state();
  }

  /** Go on; {@code state.phase()} may ask for termination. */
  public record GoOn(OperationState state) implements Turn {}

  /** Nothing before then. */
  public record Rest(OperationState state, Instant until) implements Turn {}

  /** Over. */
  public record Over(OperationState state) implements Turn {}

  /** The state of an operation that nobody has taken on yet. */
  public static OperationState begin(Operation operation, Instant now) {
    OperationState state =
        new OperationState(
            operation, Phase.RUNNING, "", Optional.empty(), now, Optional.empty(), 0);
    return operation.sync().isPresent()
        ? state
        : state
            .withPhase(Phase.ERROR, "Invalid operation request: no operation specified")
            .withFinishedAt(Optional.of(now));
  }

  /**
   * Takes on an operation that is under way, perhaps of a controller before.
   *
   * @param timeout after which a sync is terminated; absent for never
   */
  public static Turn take(OperationState state, Optional<Duration> timeout, Instant now) {
    boolean late = timeout.filter(limit -> now.isAfter(state.startedAt().plus(limit))).isPresent();
    if (state.phase() == Phase.RUNNING && late) {
      return new GoOn(
          state.withPhase(Phase.TERMINATING, "operation is terminating due to timeout"));
    }
    if (state.phase() != Phase.RUNNING || state.finishedAt().isEmpty()) {
      return new GoOn(state);
    }
    try {
      Instant due =
          state.operation().retry().nextAt(state.finishedAt().get(), state.retryCount() - 1);
      return now.isBefore(due) ? new Rest(state, due) : new GoOn(again(state));
    } catch (InvalidSpecException e) {
      return new Over(
          state.withPhase(Phase.ERROR, e.getMessage()).withFinishedAt(Optional.of(now)));
    }
  }

  private static OperationState again(OperationState state) {
    boolean refresh = state.operation().retry().refresh();
    Operation operation = refresh ? withoutRevisions(state.operation()) : state.operation();
    String message =
        "Retrying operation%s. Attempt #%d"
            .formatted(refresh ? " with latest revisions" : "", state.retryCount());
    return state
        .withOperation(operation)
        .withPhase(Phase.RUNNING, message)
        .withSyncResult(Optional.empty())
        .withFinishedAt(Optional.empty());
  }

  private static Operation withoutRevisions(Operation operation) {
    Map<String, Object> content = new LinkedHashMap<>(operation.content());
    if (content.get("sync") instanceof Map<?, ?> sync) {
      Map<Object, Object> latest = new LinkedHashMap<>(sync);
      latest.remove("revision");
      latest.remove("revisions");
      content.put("sync", latest);
    }
    return Operation.of(content);
  }

  /**
   * What a step has made of an operation: a failed one may be tried again, one that is over gets
   * its time.
   *
   * @param terminating whether the step was a termination, which is never tried again
   */
  public static OperationState settle(OperationState state, boolean terminating, Instant now) {
    if (!state.phase().isCompleted()) {
      return state;
    }
    OperationState over = state.withFinishedAt(Optional.of(now));
    if (state.phase() == Phase.SUCCEEDED) {
      return over;
    }
    if (!terminating && state.operation().retry().allows(state.retryCount())) {
      return retrying(over, now);
    }
    return state.retryCount() == 0
        ? over
        : over.withPhase(
            state.phase(), "%s (retried %d times).".formatted(state.message(), state.retryCount()));
  }

  private static OperationState retrying(OperationState state, Instant now) {
    try {
      Instant due = state.operation().retry().nextAt(now, state.retryCount());
      long attempt = state.retryCount() + 1;
      return state
          .withRetryCount(attempt)
          .withPhase(
              Phase.RUNNING,
              "%s. Retrying attempt #%d at %s."
                  .formatted(state.message(), attempt, KITCHEN.format(due)));
    } catch (InvalidSpecException e) {
      return state.withPhase(
          Phase.ERROR, "%s (failed to retry: %s)".formatted(state.message(), e.getMessage()));
    }
  }

  /** What a sync begins with: the sources of the request, or else of the Application. */
  public static SyncResult result(Application application, SyncOperation sync) {
    boolean own = !sync.sources().isEmpty();
    List<Source> sources = own ? sync.sources() : application.spec().sources();
    return new SyncResult(
        List.of(),
        sync.revision(),
        sync.revisions(),
        sources,
        own ? sync.multiSource() : application.spec().multiSource(),
        application.spec().syncPolicy().managedNamespaceMetadata());
  }

  /**
   * What keeps a sync from going on after its comparison, if anything does: the state with its end.
   *
   * @param conditions as the comparison has left them
   */
  public static Optional<OperationState> hindered(
      OperationState state, SyncOptions options, List<Condition> conditions) {
    Optional<Condition> shared = find(conditions, "SharedResourceWarning");
    if (options.has("FailOnSharedResource=true") && shared.isPresent()) {
      return Optional.of(
          state.withPhase(Phase.FAILED, "Shared resource found: " + shared.get().message()));
    }
    String errors =
        conditions.stream()
            .filter(each -> ERRORS.contains(each.type()))
            .map(each -> each.type() + ": " + each.message())
            .collect(Collectors.joining(";"));
    return errors.isEmpty() ? Optional.empty() : Optional.of(state.withPhase(Phase.ERROR, errors));
  }

  private static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(each -> each.type().equals(type)).findFirst();
  }

  /** The history after an operation; the same unless it synced everything, and not as a dry run. */
  public static List<Deployment> history(
      Application application, OperationState state, Instant now) {
    List<Deployment> before = application.status().history();
    boolean whole =
        state
            .operation()
            .sync()
            .filter(sync -> !sync.dryRun() && sync.resources().isEmpty())
            .isPresent();
    if (!whole || state.phase() != Phase.SUCCEEDED || state.syncResult().isEmpty()) {
      return before;
    }
    SyncResult result = state.syncResult().get();
    List<Deployment> history = new ArrayList<>(before);
    history.add(
        new Deployment(
            before.isEmpty() ? 0 : before.getLast().id() + 1,
            result.revision(),
            result.revisions(),
            result.sources(),
            result.multiSource(),
            now,
            Optional.of(state.startedAt()),
            state.operation().initiatedBy()));
    int limit = application.spec().revisionHistoryLimit();
    return List.copyOf(history.subList(Math.max(0, history.size() - limit), history.size()));
  }
}
