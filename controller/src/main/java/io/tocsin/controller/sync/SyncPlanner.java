package io.tocsin.controller.sync;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.ResourceResult;
import io.tocsin.controller.health.Health;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides what comes next, from what was done and what is there; asks and changes nothing. */
final class SyncPlanner {
  private final SyncRequest request;
  private final HealthRules health;

  SyncPlanner(SyncRequest request, HealthRules health) {
    this.request = request;
    this.health = health;
  }

  /** Those that keep a sync waiting: hooks always, other objects when waves or phases follow. */
  static List<SyncTask> awaited(List<SyncTask> tasks, SyncProgress progress) {
    boolean steps = hasSteps(tasks);
    return where(tasks, task -> (steps || task.isHook()) && progress.isRunning(task));
  }

  private static boolean hasSteps(List<SyncTask> tasks) {
    return !tasks.isEmpty()
        && (tasks.getFirst().phase() != tasks.getLast().phase()
            || tasks.getFirst().wave() != tasks.getLast().wave());
  }

  /**
   * Decides.
   *
   * @param tasks in their order; those awaited with the live object as it is now, or without one
   */
  Decision decide(List<SyncTask> tasks, SyncProgress before) {
    SyncProgress progress = judged(tasks, before);
    List<SyncTask> running = awaited(tasks, progress);
    if (!running.isEmpty()) {
      return waiting(progress, running, false);
    }
    List<SyncTask> going =
        where(tasks, task -> progress.status(task).equals(ResourceResult.PRUNED) && isGoing(task));
    if (!going.isEmpty()) {
      return waiting(progress, going, true);
    }
    List<SyncTask> onFailure = where(tasks, task -> task.phase() == SyncPhase.SYNC_FAIL);
    List<SyncTask> regular = where(tasks, task -> task.phase() != SyncPhase.SYNC_FAIL);
    if (regular.stream().anyMatch(each -> isUnsuccessful(each, progress))) {
      return new Decision.Fail(
          progress,
          onFailure,
          where(regular, progress::isFailed),
          "one or more synchronization tasks completed unsuccessfully");
    }
    List<SyncTask> pending = relevant(where(regular, progress::isPending));
    if (pending.isEmpty()) {
      return new Decision.Succeed(progress, "successfully synced (no more tasks)");
    }
    return wave(progress, pending, onFailure);
  }

  private static Decision wave(
      SyncProgress progress, List<SyncTask> pending, List<SyncTask> onFailure) {
    SyncTask first = pending.getFirst();
    Predicate<SyncTask> now = task -> task.phase() == first.phase() && task.wave() == first.wave();
    List<SyncTask> tasks = where(pending, now);
    return new Decision.RunWave(
        progress.with(Phase.RUNNING, "one or more tasks are running"),
        tasks,
        tasks.size() == pending.size(),
        onFailure);
  }

  /** Without objects that are as they are to be, where only the others are asked for. */
  List<SyncTask> relevant(List<SyncTask> tasks) {
    if (!request.settings().options().has("ApplyOutOfSyncOnly=true")) {
      return tasks;
    }
    return where(
        tasks,
        task ->
            task.isHook()
                || task.target().isEmpty()
                || task.live().isEmpty()
                || request.outOfSync().test(task.key()));
  }

  private Decision waiting(SyncProgress progress, List<SyncTask> tasks, boolean deletion) {
    String message = Messages.waitingFor(tasks, deletion, request.settings(), progress);
    return new Decision.Await(progress.with(Phase.RUNNING, message));
  }

  /** What has become of running tasks. */
  private SyncProgress judged(List<SyncTask> tasks, SyncProgress before) {
    boolean steps = hasSteps(tasks);
    SyncProgress progress = before;
    for (SyncTask task : tasks) {
      if (!progress.isRunning(task)) {
        continue;
      }
      if (task.live().isPresent()) {
        progress = task.isHook() ? judgedHook(task, progress) : judgedObject(task, progress);
      } else if (steps || task.isHook()) {
        String missing =
            "Resource %s is missing, it might have been deleted".formatted(task.title());
        progress =
            progress.with(task, ResourceResult.SYNC_FAILED, Optional.of(Phase.ERROR), missing);
      }
    }
    return progress;
  }

  private SyncProgress judgedHook(SyncTask task, SyncProgress progress) {
    HookState state = HookState.of(task.live().orElseThrow(), health);
    return progress.with(task, state.phase(), state.message());
  }

  private SyncProgress judgedObject(SyncTask task, SyncProgress progress) {
    Optional<Health> verdict = health.judge(task.live().orElseThrow());
    if (verdict.isEmpty()) {
      return progress.with(task, Phase.SUCCEEDED, "");
    }
    return switch (verdict.get().status()) {
      case HEALTHY -> progress.with(task, Phase.SUCCEEDED, verdict.get().message());
      case DEGRADED -> progress.with(task, Phase.FAILED, verdict.get().message());
      case SUSPENDED, PROGRESSING, MISSING, UNKNOWN -> progress;
    };
  }

  private static boolean isUnsuccessful(SyncTask task, SyncProgress progress) {
    return progress.isCompleted(task) && !progress.isSuccessful(task);
  }

  private static boolean isGoing(SyncTask task) {
    return task.live()
        .filter(live -> live.text("metadata", "deletionTimestamp").isPresent())
        .isPresent();
  }

  static List<SyncTask> where(List<SyncTask> tasks, Predicate<SyncTask> condition) {
    return tasks.stream().filter(condition).toList();
  }
}
