package io.tocsin.controller.sync;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.health.HealthStatus;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of one sync. */
final class SyncRun {
  private final ClusterApi cluster;
  private final HealthRules health;
  private final SyncSettings settings;
  private final SyncPlanner planner;
  private final List<SyncTask> tasks;
  private SyncProgress progress;

  SyncRun(
      ClusterApi cluster,
      HealthRules health,
      SyncRequest request,
      List<SyncTask> tasks,
      SyncProgress progress) {
    this.cluster = cluster;
    this.health = health;
    this.settings = request.settings();
    this.planner = new SyncPlanner(request, health);
    this.tasks = tasks;
    this.progress = progress;
  }

  SyncStep step(Instant now) {
    if (progress.results().isEmpty() && !validated()) {
      return step(Optional.empty());
    }
    List<SyncTask> current = refreshed();
    Decision decision = planner.decide(current, progress);
    if (endedHooks(current, decision.progress())) {
      progress = decision.progress().with(Phase.RUNNING, progress.message());
      return step(Optional.of(now));
    }
    progress = decision.progress();
    HookCleanup cleanup = new HookCleanup(cluster, settings, current);
    switch (decision) {
      case Decision.Await ignored -> {}
      case Decision.Succeed succeed -> {
        progress = cleanup.afterSuccess(cleanup.released(progress));
        progress = progress.with(Phase.SUCCEEDED, succeed.message());
      }
      case Decision.Fail fail -> {
        progress = cleanup.afterFailure(cleanup.released(progress));
        fail(fail.onFailure(), fail.failed(), fail.message());
      }
      case Decision.RunWave wave -> {
        progress = cleanup.released(progress);
        return wave(wave, cleanup, now);
      }
    }
    return step(Optional.empty());
  }

  /**
   * Whether hooks were found to be over just now: that is kept before they are let go, as nobody
   * could find it out again.
   */
  private boolean endedHooks(List<SyncTask> current, SyncProgress after) {
    return current.stream()
        .anyMatch(task -> task.isHook() && progress.isRunning(task) && after.isCompleted(task));
  }

  private SyncStep step(Optional<Instant> notBefore) {
    return new SyncStep(progress, notBefore);
  }

  /** Tries everything without doing it, but for the namespace that the rest is tried in. */
  private boolean validated() {
    List<SyncTask> namespace = SyncPlanner.where(tasks, this::createsNamespace);
    if (!namespace.isEmpty() && run(namespace, false) == WaveRunner.Outcome.FAILED) {
      fail(List.of(), namespace, "the namespace failed to apply");
      return false;
    }
    List<SyncTask> rest =
        planner.relevant(SyncPlanner.where(tasks, task -> !createsNamespace(task)));
    if (run(rest, true) == WaveRunner.Outcome.FAILED) {
      progress =
          progress.with(
              Phase.FAILED,
              Messages.failure(
                  "one or more objects failed to apply (dry run)",
                  SyncPlanner.where(rest, progress::isFailed),
                  progress));
      return false;
    }
    return true;
  }

  private boolean createsNamespace(SyncTask task) {
    ResourceKey key = task.key();
    return task.live().isEmpty()
        && key.group().isEmpty()
        && key.kind().equals("Namespace")
        && key.name().equals(settings.namespace());
  }

  private WaveRunner.Outcome run(List<SyncTask> wave, boolean dryRun) {
    WaveRunner runner = new WaveRunner(cluster, settings, progress, dryRun);
    WaveRunner.Outcome outcome = runner.run(wave);
    progress = runner.progress();
    return outcome;
  }

  /**
   * Looks afresh at what the sync waits for, as what is known may be older than what was applied.
   */
  private List<SyncTask> refreshed() {
    Map<SyncProgress.Part, SyncTask> fresh = new HashMap<>();
    List<SyncTask> awaited =
        SyncPlanner.where(SyncPlanner.awaited(tasks, progress), this::isWorthALook);
    Parallel.map(awaited, task -> task.withLive(live(task)))
        .forEach(task -> fresh.put(task.part(), task));
    return tasks.stream().map(task -> fresh.getOrDefault(task.part(), task)).toList();
  }

  /** What has no health, or is known not to be ready yet, needs no second look. */
  private boolean isWorthALook(SyncTask task) {
    return task.isHook()
        || task.live().isEmpty()
        || health
            .judge(task.live().get())
            .filter(verdict -> verdict.status() != HealthStatus.PROGRESSING)
            .isPresent();
  }

  private Optional<KubeObject> live(SyncTask task) {
    return task.kind().flatMap(kind -> cluster.get(kind, task.name()));
  }

  private SyncStep wave(Decision.RunWave wave, HookCleanup cleanup, Instant now) {
    WaveRunner.Outcome outcome = run(wave.tasks(), false);
    switch (outcome) {
      case FAILED -> failedWave(wave, cleanup);
      case PENDING -> waitFor(removals(wave.tasks()), true);
      case SUCCESSFUL -> {
        if (wave.last() && wave.tasks().stream().noneMatch(SyncTask::isHook)) {
          progress = cleanup.afterSuccess(progress);
          progress = progress.with(Phase.SUCCEEDED, "successfully synced (all tasks run)");
        } else {
          waitFor(wave.tasks(), false);
        }
      }
    }
    boolean pause = outcome != WaveRunner.Outcome.FAILED && !wave.last() && !settings.dryRun();
    return step(pause ? Optional.of(now.plus(settings.waveDelay())) : Optional.empty());
  }

  private List<SyncTask> removals(List<SyncTask> wave) {
    List<SyncTask> hooks =
        SyncPlanner.where(
            wave,
            task ->
                task.isHook()
                    && progress.isPending(task)
                    && task.goesBy(DeletePolicy.BEFORE_HOOK_CREATION));
    List<SyncTask> removals =
        new ArrayList<>(
            SyncPlanner.where(wave, task -> task.isPrune() && progress.isPending(task)));
    removals.addAll(hooks);
    return removals;
  }

  private void failedWave(Decision.RunWave wave, HookCleanup cleanup) {
    String message = "one or more objects failed to apply";
    List<SyncTask> failed = SyncPlanner.where(wave.tasks(), progress::isFailed);
    List<SyncTask> running =
        SyncPlanner.where(wave.tasks(), task -> task.isHook() && progress.isRunning(task));
    if (running.isEmpty()) {
      if (fail(wave.onFailure(), failed, message)) {
        progress = cleanup.afterFailure(progress);
      }
      return;
    }
    List<SyncTask> waiting = new ArrayList<>(running);
    if (!wave.onFailure().isEmpty() && !fail(wave.onFailure(), failed, message)) {
      waiting.addAll(wave.onFailure());
    }
    waitFor(waiting, false);
  }

  private void waitFor(List<SyncTask> waiting, boolean deletion) {
    progress =
        progress.with(Phase.RUNNING, Messages.waitingFor(waiting, deletion, settings, progress));
  }

  /** Ends the sync once the hooks for that have run; false while they have not. */
  private boolean fail(List<SyncTask> hooks, List<SyncTask> failed, String what) {
    String message = Messages.failure(what, failed, progress);
    List<SyncTask> pending = SyncPlanner.where(hooks, task -> !progress.isCompleted(task));
    if (pending.isEmpty()) {
      List<SyncTask> failedHooks = SyncPlanner.where(hooks, progress::isFailed);
      String second =
          failedHooks.isEmpty()
              ? ""
              : "\n" + Messages.failure("one or more SyncFail hooks failed", failedHooks, progress);
      progress = progress.with(Phase.FAILED, message + second);
      return true;
    }
    run(SyncPlanner.where(pending, progress::isPending), false);
    waitFor(pending, false);
    return false;
  }

  SyncProgress terminate() {
    HookCleanup cleanup = new HookCleanup(cluster, settings, tasks);
    progress = cleanup.released(progress);
    boolean clean = true;
    for (SyncTask task :
        SyncPlanner.where(tasks, each -> each.isHook() && progress.isRunning(each))) {
      HookTermination termination = new HookTermination(cluster, health, settings);
      HookTermination.Result result = termination.terminate(task);
      progress = progress.with(task, result.phase(), result.message());
      clean &= result.clean();
    }
    return clean
        ? progress.with(Phase.FAILED, "Operation terminated")
        : progress.with(Phase.ERROR, "Operation termination had errors");
  }
}
