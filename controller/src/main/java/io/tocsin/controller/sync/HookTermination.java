package io.tocsin.controller.sync;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Optional;

/** Ends a running hook: lets go of it and deletes it, unless it is done by now. */
final class HookTermination {
  /** What has become of it, and whether it is gone for sure. */
  record Result(Phase phase, String message, boolean clean) {}

  private final ClusterApi cluster;
  private final HealthRules health;
  private final SyncSettings settings;

  HookTermination(ClusterApi cluster, HealthRules health, SyncSettings settings) {
    this.cluster = cluster;
    this.health = health;
    this.settings = settings;
  }

  Result terminate(SyncTask task) {
    try {
      ResourceKind kind = task.kind().orElseThrow();
      Optional<KubeObject> live = cluster.get(kind, task.name());
      if (live.isEmpty()) {
        return new Result(Phase.SUCCEEDED, "Terminated", true);
      }
      HookState state = HookState.of(live.get(), health);
      cluster.removeFinalizer(kind, task.name(), Hooks.FINALIZER);
      if (state.phase() == Phase.RUNNING || task.goesBy(DeletePolicy.HOOK_FAILED)) {
        cluster.delete(kind, task.name(), settings.prunePropagation());
      }
      return state.phase().isCompleted()
          ? new Result(state.phase(), state.message(), true)
          : new Result(Phase.FAILED, "Terminated", true);
    } catch (ClusterException e) {
      return new Result(Phase.ERROR, "Failed to delete: " + e.getMessage(), false);
    }
  }
}
