package io.tocsin.controller.sync.delete;

import io.tocsin.controller.health.HealthStatus;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.sync.HealthRules;
import io.tocsin.controller.sync.Hooks;
import io.tocsin.controller.sync.Propagation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The hooks that run before a deletion, or those that run after it.
 *
 * @param text as messages name them
 * @param kind which objects they are
 */
record DeletionHooks(String text, Predicate<KubeObject> kind) {
  static final DeletionHooks PRE_DELETE = new DeletionHooks("PreDelete", Hooks::isPreDelete);
  static final DeletionHooks POST_DELETE = new DeletionHooks("PostDelete", Hooks::isPostDelete);

  /** Absent when all of them are done. */
  Optional<DeletionStep> run(DeletionRequest request, HealthRules health) {
    List<KubeObject> running = request.live().stream().filter(kind).toList();
    List<KubeObject> missing = missing(request, running);
    if (!missing.isEmpty()) {
      return Optional.of(new DeletionStep.Create(missing));
    }
    List<KubeObject> failed = with(running, health, Set.of(HealthStatus.DEGRADED));
    if (!failed.isEmpty()) {
      return Optional.of(
          new DeletionStep.Fail(failed, "%s hook(s) failed: %s".formatted(text, names(failed))));
    }
    List<KubeObject> busy =
        with(running, health, Set.of(HealthStatus.PROGRESSING, HealthStatus.SUSPENDED));
    return busy.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DeletionStep.Await(
                "Waiting for %d %s hooks to complete".formatted(busy.size(), text)));
  }

  private List<KubeObject> missing(DeletionRequest request, List<KubeObject> running) {
    String namespace = request.application().spec().destination().namespace();
    Set<String> there =
        running.stream().map(each -> identity(each, namespace)).collect(Collectors.toSet());
    return request.targets().stream()
        .filter(kind)
        .map(hook -> Hooks.named(hook, text, request.application().deletedAt()))
        .filter(hook -> !there.contains(identity(hook, namespace)))
        .toList();
  }

  /** An object by what does not depend on whether a namespace was written down. */
  private static String identity(KubeObject object, String namespace) {
    String place = object.namespace().isEmpty() ? namespace : object.namespace();
    return String.join("/", object.group(), object.kind(), place, object.name());
  }

  /** Absent when those are gone whose policy says so. */
  Optional<DeletionStep> cleanUp(DeletionRequest request, HealthRules health) {
    List<KubeObject> hooks = request.live().stream().filter(kind).toList();
    boolean failed = !with(hooks, health, Set.of(HealthStatus.DEGRADED)).isEmpty();
    boolean succeeded =
        with(hooks, health, Set.of(HealthStatus.values())).size()
            == with(hooks, health, Set.of(HealthStatus.HEALTHY)).size();
    List<KubeObject> leaving =
        hooks.stream().filter(hook -> Hooks.goesAfter(hook, succeeded, failed)).toList();
    if (leaving.isEmpty()) {
      return Optional.empty();
    }
    List<KubeObject> staying =
        leaving.stream()
            .filter(hook -> hook.text("metadata", "deletionTimestamp").isEmpty())
            .toList();
    return Optional.of(
        staying.isEmpty()
            ? new DeletionStep.Await(
                "Waiting for %d %s hooks to be deleted".formatted(leaving.size(), text))
            : new DeletionStep.Delete(staying, Propagation.BACKGROUND));
  }

  private static List<KubeObject> with(
      List<KubeObject> hooks, HealthRules health, Set<HealthStatus> statuses) {
    return hooks.stream()
        .filter(hook -> health.judge(hook).filter(v -> statuses.contains(v.status())).isPresent())
        .toList();
  }

  private static String names(List<KubeObject> hooks) {
    return hooks.stream()
        .map(hook -> ResourceKey.of(hook).namespace() + "/" + hook.name())
        .collect(Collectors.joining(", "));
  }
}
