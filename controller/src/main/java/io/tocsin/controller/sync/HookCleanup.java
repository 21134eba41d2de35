package io.tocsin.controller.sync;

import io.tocsin.controller.application.Phase;
import java.util.List;

/**
 * Lets go of hooks that are done, and deletes those whose policy says so. A dry run does neither.
 */
final class HookCleanup {
  private final ClusterApi cluster;
  private final SyncSettings settings;
  private final List<SyncTask> hooks;

  HookCleanup(ClusterApi cluster, SyncSettings settings, List<SyncTask> tasks) {
    this.cluster = cluster;
    this.settings = settings;
    this.hooks =
        settings.dryRun()
            ? List.of()
            : SyncPlanner.where(tasks, task -> task.isHook() && task.kind().isPresent());
  }

  SyncProgress released(SyncProgress before) {
    SyncProgress progress = before;
    for (SyncTask hook : SyncPlanner.where(hooks, before::isCompleted)) {
      try {
        if (isHeld(hook)) {
          cluster.removeFinalizer(hook.kind().orElseThrow(), hook.name(), Hooks.FINALIZER);
        }
      } catch (ClusterException e) {
        progress =
            progress.with(hook, Phase.ERROR, "Failed to remove hook finalizer: " + e.getMessage());
      }
    }
    return progress;
  }

  private static boolean isHeld(SyncTask hook) {
    return hook.live().stream()
        .anyMatch(live -> live.list("metadata", "finalizers").contains(Hooks.FINALIZER));
  }

  SyncProgress afterSuccess(SyncProgress progress) {
    return deleted(progress, DeletePolicy.HOOK_SUCCEEDED);
  }

  SyncProgress afterFailure(SyncProgress progress) {
    return deleted(progress, DeletePolicy.HOOK_FAILED);
  }

  private SyncProgress deleted(SyncProgress before, DeletePolicy policy) {
    SyncProgress progress = before;
    for (SyncTask hook : hooks) {
      if (!hook.goesBy(policy) || !before.isCompleted(hook)) {
        continue;
      }
      try {
        cluster.delete(hook.kind().orElseThrow(), hook.name(), settings.prunePropagation());
      } catch (ClusterException e) {
        progress = progress.with(hook, Phase.ERROR, "failed to delete resource: " + e.getMessage());
      }
    }
    return progress;
  }
}
