package io.tocsin.controller.sync.delete;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.sync.HealthRules;
import io.tocsin.controller.sync.Hooks;
import java.util.List;
import java.util.Optional;

/**
 * Decides step by step how a deleted Application goes: hooks before, its objects from the last wave
 * to the first, hooks after, and what is left of the hooks. Finalizers keep how far it has come.
 */
public final class Deletion {
  private final HealthRules health;

  public Deletion(HealthRules health) {
    this.health = health;
  }

  /** The next step; it asks and changes nothing. */
  public DeletionStep next(DeletionRequest request) {
    List<String> finalizers = request.application().finalizers();
    if (finalizers.contains(Finalizers.PRE_DELETE)) {
      return hooks(request, DeletionHooks.PRE_DELETE)
          .orElse(new DeletionStep.Release(List.of(Finalizers.PRE_DELETE)));
    }
    List<String> cascade = Finalizers.cascade(finalizers);
    if (!cascade.isEmpty()) {
      return new Cascade(request).next().orElse(new DeletionStep.Release(cascade));
    }
    if (finalizers.contains(Finalizers.POST_DELETE)) {
      return hooks(request, DeletionHooks.POST_DELETE)
          .orElse(new DeletionStep.Release(List.of(Finalizers.POST_DELETE)));
    }
    return cleanup(request, finalizers);
  }

  private Optional<DeletionStep> hooks(DeletionRequest request, DeletionHooks kind) {
    return kind.run(request, health);
  }

  private DeletionStep cleanup(DeletionRequest request, List<String> finalizers) {
    if (finalizers.contains(Finalizers.PRE_DELETE_CLEANUP)) {
      return DeletionHooks.PRE_DELETE
          .cleanUp(request, health)
          .orElse(new DeletionStep.Release(List.of(Finalizers.PRE_DELETE_CLEANUP)));
    }
    if (finalizers.contains(Finalizers.POST_DELETE_CLEANUP)) {
      return DeletionHooks.POST_DELETE
          .cleanUp(request, health)
          .orElse(new DeletionStep.Release(List.of(Finalizers.POST_DELETE_CLEANUP)));
    }
    return new DeletionStep.Done();
  }

  /** Whether the object is a hook of deletions, which no sync applies or prunes. */
  public static boolean isHook(KubeObject object) {
    return Hooks.isPreDelete(object) || Hooks.isPostDelete(object);
  }
}
