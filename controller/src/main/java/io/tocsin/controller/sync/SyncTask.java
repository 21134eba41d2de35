package io.tocsin.controller.sync;

import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Optional;

/**
 * What is to be done with one object in one phase.
 *
 * @param target what it is to be; absent when it is to be pruned
 * @param live what it is; absent when it is not there
 * @param kind absent while the API does not serve it
 * @param wave not always that of its annotation
 * @param skipDryRun whether nothing can be said before its kind is there
 */
record SyncTask(
    SyncPhase phase,
    Optional<KubeObject> target,
    Optional<KubeObject> live,
    Optional<ResourceKind> kind,
    int wave,
    boolean skipDryRun) {
  static SyncTask of(SyncPhase phase, Optional<KubeObject> target, Optional<KubeObject> live) {
    SyncTask task = new SyncTask(phase, target, live, Optional.empty(), 0, false);
    return task.withWave(Hooks.wave(task.object()));
  }

  SyncTask withPhase(SyncPhase other) {
    return new SyncTask(other, target, live, kind, wave, skipDryRun);
  }

  SyncTask withLive(Optional<KubeObject> other) {
    return new SyncTask(phase, target, other, kind, wave, skipDryRun);
  }

  SyncTask withKind(ResourceKind other) {
    return new SyncTask(phase, target, live, Optional.of(other), wave, skipDryRun);
  }

  SyncTask withWave(int other) {
    return new SyncTask(phase, target, live, kind, other, skipDryRun);
  }

  SyncTask withoutDryRun() {
    return new SyncTask(phase, target, live, kind, wave, true);
  }

  /** The target, or else the live object. */
  KubeObject object() {
    return target.or(() -> live).orElseThrow();
  }

  ResourceKey key() {
    return ResourceKey.of(object());
  }

  SyncProgress.Part part() {
    return new SyncProgress.Part(key(), phase.toString());
  }

  ObjectKey name() {
    return object().key();
  }

  boolean isPrune() {
    return target.isEmpty();
  }

  boolean isHook() {
    return Hooks.isHook(object());
  }

  /** Whether the target carries the option. */
  boolean targetHas(String option) {
    return target.map(SyncOptions::of).orElse(SyncOptions.NONE).has(option);
  }

  boolean liveHas(String option) {
    return live.map(SyncOptions::of).orElse(SyncOptions.NONE).has(option);
  }

  /** Whether the live hook is what this very attempt has created for this phase. */
  boolean isCreated() {
    return target
        .map(object -> object.annotations().get(Hooks.CREATED_BY))
        .filter(
            mark ->
                live.filter(object -> mark.equals(object.annotations().get(Hooks.CREATED_BY)))
                    .isPresent())
        .isPresent();
  }

  boolean goesBy(DeletePolicy policy) {
    return isHook() && DeletePolicy.of(object()).contains(policy);
  }

  /** The {@code Prune} option: the live object's, or else the operation's. */
  private Optional<String> pruneOption(SyncSettings settings) {
    return live.map(SyncOptions::of)
        .orElse(SyncOptions.NONE)
        .value("Prune")
        .or(() -> settings.options().value("Prune"));
  }

  boolean isProtected(SyncSettings settings) {
    return pruneOption(settings).filter("false"::equals).isPresent();
  }

  boolean needsConfirmation(SyncSettings settings) {
    return isPrune() && pruneOption(settings).filter("confirm"::equals).isPresent();
  }

  /** As messages name it: {@code group/kind/name}. */
  String title() {
    return key().group() + "/" + key().kind() + "/" + key().name();
  }
}
