package io.tocsin.controller.sync;

import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions.Method;
import java.util.Optional;
import java.util.Set;

/** Applies the target of one task, by the options of the operation and of the object. */
final class TaskApply {
  /** What was done, or why it was not. */
  record Result(boolean failed, String message) {}

  private final ClusterApi cluster;
  private final SyncSettings settings;

  TaskApply(ClusterApi cluster, SyncSettings settings) {
    this.cluster = cluster;
    this.settings = settings;
  }

  Result apply(SyncTask task, boolean dryRun) {
    KubeObject target = task.target().orElseThrow();
    Optional<ResourceKind> kind =
        task.kind().or(() -> cluster.kind(target.apiVersion(), target.kind()));
    if (kind.isEmpty()) {
      return new Result(true, TaskBuilder.unknownKind(task));
    }
    KubeObject placed = kind.get().namespaced() ? target : Targets.in(target, "");
    try {
      return new Result(false, cluster.apply(kind.get(), placed, options(task, dryRun)));
    } catch (ClusterException e) {
      return dryRun && saysNothing(e)
          ? new Result(false, "cannot be tried before the rest is there (dry run)")
          : new Result(true, e.getMessage());
    }
  }

  /**
   * Whether a refused dry run may well succeed once the rest is applied: a namespace, an account or
   * a webhook's service that is not there yet. What is malformed or forbidden stays so.
   */
  private static boolean saysNothing(ClusterException e) {
    return switch (e.code()) {
      case 0, 401, 422 -> false;
      case 400 -> e.getMessage().contains("does not support dry run");
      case 403 -> !e.getMessage().contains(" cannot ");
      default -> true;
    };
  }

  private ApplyOptions options(SyncTask task, boolean dryRun) {
    SyncOptions all = settings.options();
    boolean replace =
        all.has("Replace=true") || task.targetHas("Replace=true") || task.liveHas("Replace=true");
    boolean server =
        !task.targetHas("ServerSideApply=false")
            && (all.has("ServerSideApply=true") || task.targetHas("ServerSideApply=true"));
    boolean anew = dryRun && task.goesBy(DeletePolicy.BEFORE_HOOK_CREATION);
    boolean force =
        anew || settings.force() || task.targetHas("Force=true") || task.liveHas("Force=true");
    boolean validate = !all.has("Validate=false") && !task.targetHas("Validate=false");
    boolean migrate = !all.has("ClientSideApplyMigration=false");
    return new ApplyOptions(
        method(replace, server && !anew),
        force,
        validate,
        dryRun,
        migrate ? Set.of(settings.migratedManager()) : Set.of());
  }

  private static Method method(boolean replace, boolean server) {
    if (replace) {
      return Method.REPLACE;
    }
    return server ? Method.SERVER : Method.CLIENT;
  }
}
