package io.tocsin.controller.sync;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.ResourceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs the tasks of one wave: lets go of old hooks, prunes, deletes hooks that are created anew,
 * and applies, kind by kind. Every part waits for the one before, and nothing follows a failure.
 */
final class WaveRunner {
  /** How it went. */
  enum Outcome {
    SUCCESSFUL,
    /** Something has to go first. */
    PENDING,
    FAILED
  }

  /** What came of one task; a result that is absent is not recorded. */
  private record Done(SyncTask task, Outcome outcome, Optional<ResourceResult> result) {}

  private final ClusterApi cluster;
  private final SyncSettings settings;
  private final boolean dryRun;
  private SyncProgress progress;
  private Outcome outcome = Outcome.SUCCESSFUL;

  WaveRunner(ClusterApi cluster, SyncSettings settings, SyncProgress progress, boolean dryRun) {
    this.cluster = cluster;
    this.settings = settings;
    this.progress = progress;
    this.dryRun = dryRun || settings.dryRun();
  }

  SyncProgress progress() {
    return progress;
  }

  Outcome run(List<SyncTask> tasks) {
    List<SyncTask> hooks = SyncPlanner.where(tasks, SyncTask::isHook);
    List<SyncTask> current = dryRun ? tasks : replaced(tasks, each(hooks, this::lookedAt));
    List<SyncTask> creations = SyncPlanner.where(current, task -> !task.isPrune());
    if (!dryRun) {
      each(SyncPlanner.where(creations, this::isLeftOver), this::release);
    }
    if (outcome == Outcome.SUCCESSFUL) {
      prune(SyncPlanner.where(current, SyncTask::isPrune));
    }
    if (outcome == Outcome.SUCCESSFUL && !dryRun) {
      each(SyncPlanner.where(creations, this::isReplaced), this::delete);
    }
    if (outcome == Outcome.SUCCESSFUL) {
      byKind(creations).forEach(group -> each(group, this::apply));
    }
    return outcome;
  }

  private List<SyncTask> replaced(List<SyncTask> tasks, List<SyncTask> fresh) {
    List<SyncTask> all = new ArrayList<>(SyncPlanner.where(tasks, task -> !task.isHook()));
    all.addAll(fresh);
    return TaskOrder.sorted(all);
  }

  /** Does one thing with each task, and keeps what came of it. */
  private List<SyncTask> each(List<SyncTask> tasks, Function<SyncTask, Done> work) {
    List<Done> all = Parallel.map(tasks, work);
    for (Done done : all) {
      if (done.outcome().compareTo(outcome) > 0) {
        outcome = done.outcome();
      }
      if (done.result().isPresent()) {
        ResourceResult result = done.result().get();
        progress =
            progress.with(done.task(), result.status(), result.hookPhase(), result.message());
      }
    }
    return all.stream().map(Done::task).toList();
  }

  private boolean isLeftOver(SyncTask task) {
    return task.isHook()
        && progress.isPending(task)
        && task.live().isPresent()
        && !task.isCreated();
  }

  private boolean isReplaced(SyncTask task) {
    return isLeftOver(task) && task.goesBy(DeletePolicy.BEFORE_HOOK_CREATION);
  }

  private Done lookedAt(SyncTask task) {
    try {
      return done(task.withLive(task.kind().flatMap(kind -> cluster.get(kind, task.name()))));
    } catch (ClusterException e) {
      return failed(task, "failed to get resource: " + e.getMessage());
    }
  }

  private Done release(SyncTask task) {
    try {
      cluster.removeFinalizer(task.kind().orElseThrow(), task.name(), Hooks.FINALIZER);
      return done(task);
    } catch (ClusterException e) {
      return failed(task, "failed to remove hook finalizer: " + e.getMessage());
    }
  }

  private Done delete(SyncTask task) {
    try {
      boolean there =
          cluster.delete(task.kind().orElseThrow(), task.name(), settings.prunePropagation());
      return new Done(task, there ? Outcome.PENDING : Outcome.SUCCESSFUL, Optional.empty());
    } catch (ClusterException e) {
      return failed(task, "failed to delete resource: " + e.getMessage());
    }
  }

  private void prune(List<SyncTask> tasks) {
    boolean confirmed = settings.pruneConfirmed() || !settings.prune();
    if (!confirmed && tasks.stream().anyMatch(task -> task.needsConfirmation(settings))) {
      outcome = Outcome.PENDING;
      return;
    }
    each(tasks, this::prune);
  }

  private Done prune(SyncTask task) {
    if (!settings.prune()) {
      return skipped(task, "ignored (requires pruning)");
    }
    if (task.isProtected(settings)) {
      return skipped(task, "ignored (no prune)");
    }
    if (dryRun) {
      return settings.dryRun() ? pruned(task, "pruned (dry run)") : done(task);
    }
    try {
      boolean going = task.live().orElseThrow().text("metadata", "deletionTimestamp").isPresent();
      if (!going) {
        cluster.delete(task.kind().orElseThrow(), task.name(), settings.prunePropagation());
      }
      return pruned(task, "pruned");
    } catch (ClusterException e) {
      return result(task, ResourceResult.SYNC_FAILED, Phase.FAILED, e.getMessage());
    }
  }

  private Done skipped(SyncTask task, String message) {
    return dryRun && !settings.dryRun()
        ? done(task)
        : result(task, ResourceResult.PRUNE_SKIPPED, Phase.SUCCEEDED, message);
  }

  private Done pruned(SyncTask task, String message) {
    return result(task, ResourceResult.PRUNED, Phase.SUCCEEDED, message);
  }

  private Done apply(SyncTask task) {
    if (dryRun && task.skipDryRun()) {
      return done(task);
    }
    TaskApply.Result applied = new TaskApply(cluster, settings).apply(task, dryRun);
    if (applied.failed()) {
      return result(task, ResourceResult.SYNC_FAILED, Phase.FAILED, applied.message());
    }
    if (dryRun && !settings.dryRun()) {
      return done(task);
    }
    Phase phase = settings.dryRun() ? Phase.SUCCEEDED : Phase.RUNNING;
    return result(task, ResourceResult.SYNCED, phase, applied.message());
  }

  private static Done done(SyncTask task) {
    return new Done(task, Outcome.SUCCESSFUL, Optional.empty());
  }

  private Done failed(SyncTask task, String message) {
    return result(task, ResourceResult.SYNC_FAILED, Phase.ERROR, message);
  }

  private Done result(SyncTask task, String status, Phase phase, String message) {
    SyncProgress with = progress.with(task, status, Optional.of(phase), message);
    boolean failed = status.equals(ResourceResult.SYNC_FAILED);
    return new Done(task, failed ? Outcome.FAILED : Outcome.SUCCESSFUL, with.result(task));
  }

  /** Neighbours of one kind, so that what others build on is there before them. */
  private static List<List<SyncTask>> byKind(List<SyncTask> tasks) {
    List<List<SyncTask>> groups = new ArrayList<>();
    for (SyncTask task : tasks) {
      if (groups.isEmpty() || !kind(groups.getLast().getFirst()).equals(kind(task))) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(task);
    }
    return groups;
  }

  private static String kind(SyncTask task) {
    return task.object().kind();
  }
}
