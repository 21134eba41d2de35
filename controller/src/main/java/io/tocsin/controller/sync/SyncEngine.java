package io.tocsin.controller.sync;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.ResourceResult;
import io.tocsin.controller.sync.TaskBuilder.Tasks;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Executes syncs step by step. A step does what can be done now and returns; nobody waits in it. It
 * keeps nothing: the next step may come from another engine, given the progress of this one. A step
 * that was done but not recorded is done again, which changes nothing.
 */
public final class SyncEngine {
  private final ClusterApi cluster;
  private final HealthRules health;

  public SyncEngine(ClusterApi cluster, HealthRules health) {
    this.cluster = cluster;
    this.health = health;
  }

  /**
   * Goes on with a sync that runs. To be called when an object of the request changes, when {@link
   * SyncStep#notBefore} has come, and every few seconds.
   *
   * @param request the same at each step but for the live objects
   */
  public SyncStep step(SyncRequest request, SyncProgress progress, Instant now) {
    try {
      Tasks tasks = new TaskBuilder(cluster, request).build();
      SyncRun run = new SyncRun(cluster, health, request, tasks.tasks(), progress);
      return tasks.refused().isEmpty() ? run.step(now) : invalid(tasks, progress);
    } catch (ClusterException e) {
      return over(
          progress.with(
              Phase.FAILED, "one or more synchronization tasks are not valid: " + e.getMessage()));
    }
  }

  /** Ends a sync: running hooks are deleted, what was applied stays. */
  public SyncStep terminate(SyncRequest request, SyncProgress progress) {
    try {
      Tasks tasks = new TaskBuilder(cluster, request).build();
      return over(new SyncRun(cluster, health, request, tasks.tasks(), progress).terminate());
    } catch (ClusterException e) {
      return over(progress.with(Phase.ERROR, "Operation termination had errors"));
    }
  }

  private static SyncStep invalid(Tasks tasks, SyncProgress before) {
    SyncProgress progress = before;
    for (TaskBuilder.Refused refused : tasks.refused()) {
      progress =
          progress.with(
              refused.task(), ResourceResult.SYNC_FAILED, Optional.empty(), refused.reason());
    }
    String reasons =
        tasks.refused().stream()
            .map(TaskBuilder.Refused::reason)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining("; "));
    return over(
        progress.with(Phase.FAILED, "one or more synchronization tasks are not valid: " + reasons));
  }

  private static SyncStep over(SyncProgress progress) {
    return new SyncStep(progress, Optional.empty());
  }
}
