package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.application.SyncResult;
import io.tocsin.controller.project.SyncWindows;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.Operations;
import io.tocsin.controller.tree.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Takes operations on, goes on with them step by step, and ends them. Blocks; thread-safe. */
final class OperationRunner {
  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final Duration WINDOW_CHECK = Duration.ofSeconds(30);

  private final Manifests manifests;
  private final SyncSteps steps;
  private final Optional<Duration> timeout;
  private final Clock clock;

  OperationRunner(Manifests manifests, SyncSteps steps, Optional<Duration> timeout, Clock clock) {
    this.manifests = manifests;
    this.steps = steps;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** The operation under way, if there is one. */
  static Optional<OperationState> running(Application application) {
    return application.status().operationState().filter(state -> !state.phase().isCompleted());
  }

  /**
   * Begins what was asked for; the next turn does the first step, when this is written. Not in the
   * second in which another operation began that had hooks: they are told apart by that.
   */
  void begin(Application application, AppMemory memory, Draft draft) {
    Instant now = clock.instant();
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    boolean taken =
        application
            .status()
            .operationState()
            .filter(before -> before.startedAt().truncatedTo(ChronoUnit.SECONDS).equals(second))
            .filter(OperationRunner::hasHooks)
            .isPresent();
    if (taken) {
      draft.wakeAt(second.plusSeconds(1));
      return;
    }
    OperationState state = Operations.begin(application.operation().orElseThrow(), now);
    memory.operationTargets = null;
    memory.notBefore = Instant.EPOCH;
    if (state.phase().isCompleted()) {
      ended(state, draft, memory);
    } else {
      draft.operationState(state);
      draft.wakeAt(now);
    }
  }

  private static boolean hasHooks(OperationState state) {
    return state.syncResult().map(SyncResult::resources).orElse(List.of()).stream()
        .anyMatch(each -> !each.hookType().isEmpty());
  }

  /** Does the next step. */
  void goOn(SpecCheck.Result check, OperationState running, AppMemory memory, Draft draft)
      throws InterruptedException {
    Instant now = clock.instant();
    switch (Operations.take(running, timeout, now)) {
      case Operations.Rest rest -> draft.wakeAt(rest.until());
      case Operations.Over over -> ended(over.state(), draft, memory);
      case Operations.GoOn goOn -> {
        boolean terminating = goOn.state().phase() == Phase.TERMINATING;
        if (!terminating && now.isBefore(memory.notBefore)) {
          draft.wakeAt(memory.notBefore);
          return;
        }
        OperationState after = stepped(check, goOn.state(), memory, draft);
        settle(Operations.settle(after, terminating, now), memory, draft);
      }
    }
  }

  private void settle(OperationState state, AppMemory memory, Draft draft) {
    if (state.phase().isCompleted()) {
      ended(state, draft, memory);
      return;
    }
    draft.operationState(state);
    if (state.finishedAt().isPresent()) {
      memory.operationTargets = null;
      draft.wakeAt(clock.instant());
    }
  }

  private void ended(OperationState state, Draft draft, AppMemory memory) {
    Instant now = clock.instant();
    OperationState over =
        state.finishedAt().isPresent() ? state : state.withFinishedAt(Optional.of(now));
    Application application = draft.application();
    draft.operationState(over);
    draft.status(draft.status().withHistory(Operations.history(application, over, now)));
    draft.endOperation();
    memory.operationTargets = null;
    memory.want(Refresh.LATEST);
    draft.wakeAt(now);
  }

  private OperationState stepped(
      SpecCheck.Result check, OperationState state, AppMemory memory, Draft draft)
      throws InterruptedException {
    try {
      return switch (check) {
        case SpecCheck.Unsound unsound ->
            state.withPhase(
                Phase.ERROR, Conditions.INVALID_SPEC + ": " + String.join(";", unsound.reasons()));
        case SpecCheck.Sound sound -> step(sound.subject(), state, memory, draft);
      };
    } catch (SourceException e) {
      return state.withPhase(Phase.ERROR, Conditions.COMPARISON + ": " + e.getMessage());
    } catch (InvalidSpecException | ClusterException e) {
      return state.withPhase(Phase.ERROR, e.getMessage());
    }
  }

  private OperationState step(Subject subject, OperationState state, AppMemory memory, Draft draft)
      throws InterruptedException {
    Instant now = clock.instant();
    boolean manual = !state.operation().initiatedBy().automated();
    boolean permitted =
        SyncWindows.of(subject.project().syncWindows(), subject.application())
            .permits(manual, now, Optional.of(state.startedAt()));
    if (!permitted && state.phase() == Phase.RUNNING) {
      draft.wakeAt(now.plus(WINDOW_CHECK));
      return state.withPhase(Phase.RUNNING, "Sync operation blocked by sync window");
    }
    OperationTargets targets = targets(subject, state, memory);
    memory.operationTargets = targets;
    OperationState known = withRevisions(subject, state, targets.rendering());
    List<Condition> found = targets.rendering().conditions();
    SyncSteps.Outcome outcome = steps.step(subject, known, targets.rendering(), found, memory);
    memory.notBefore = outcome.notBefore().orElse(Instant.EPOCH);
    draft.wakeAt(outcome.notBefore().orElse(now.plus(LOOK)));
    return outcome.state();
  }

  /** What the operation began with, so that it ends with the same. */
  private OperationTargets targets(Subject subject, OperationState state, AppMemory memory) {
    OperationTargets known = memory.operationTargets;
    boolean same =
        known != null
            && known.startedAt().equals(state.startedAt())
            && known.retryCount() == state.retryCount();
    if (same) {
      return known;
    }
    SyncOperation sync = state.operation().sync().orElseThrow();
    SyncResult result =
        state.syncResult().orElseGet(() -> Operations.result(subject.application(), sync));
    if (!sync.manifests().isEmpty()) {
      return new OperationTargets(
          state.startedAt(), state.retryCount(), manifests.given(subject, sync.manifests()));
    }
    List<String> revisions = revisions(result);
    if (revisions.isEmpty()) {
      manifests.forget(result.sources());
    }
    return new OperationTargets(
        state.startedAt(),
        state.retryCount(),
        manifests.render(subject, result.sources(), revisions, null));
  }

  private static List<String> revisions(SyncResult result) {
    if (!result.revisions().isEmpty()) {
      return result.revisions();
    }
    return result.revision().isEmpty() ? List.of() : List.of(result.revision());
  }

  /** The result with the revisions that were resolved, so that whoever goes on has the same. */
  private static OperationState withRevisions(
      Subject subject, OperationState state, Rendering rendering) {
    SyncResult result =
        state
            .syncResult()
            .orElseGet(
                () ->
                    Operations.result(
                        subject.application(), state.operation().sync().orElseThrow()));
    List<Source> sources = result.sources();
    List<String> revisions = rendering.revisions();
    boolean several = result.multiSource();
    return state.withSyncResult(
        Optional.of(
            new SyncResult(
                result.resources(),
                several || revisions.isEmpty() ? "" : revisions.getFirst(),
                several ? revisions : List.of(),
                sources,
                several,
                result.managedNamespaceMetadata())));
  }
}
