package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.Phase;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.compare.IgnoredValues;
import io.tocsin.controller.compare.ResourceComparison;
import io.tocsin.controller.compare.SyncStatus;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.sync.Operations;
import io.tocsin.controller.sync.SyncEngine;
import io.tocsin.controller.sync.SyncProgress;
import io.tocsin.controller.sync.SyncRequest;
import io.tocsin.controller.sync.SyncSettings;
import io.tocsin.controller.sync.SyncStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One step of a sync, with what lives now. Blocks; thread-safe. */
final class SyncSteps {
  private final Observer observer;
  private final Duration waveDelay;
  private final Clock clock;

  SyncSteps(Observer observer, Duration waveDelay, Clock clock) {
    this.observer = observer;
    this.waveDelay = waveDelay;
    this.clock = clock;
  }

  /**
   * What a step has come to.
   *
   * @param notBefore when the next one is due at the earliest
   */
  record Outcome(OperationState state, Optional<Instant> notBefore) {}

  Outcome step(
      Subject subject,
      OperationState state,
      Rendering rendering,
      List<Condition> conditions,
      AppMemory memory)
      throws InterruptedException {
    SyncOperation sync = state.operation().sync().orElseThrow();
    SyncSettings settings =
        SyncSettings.of(
                subject.application(), sync, rendering.revisions().getFirst(), state.startedAt())
            .inAttempt(state.retryCount(), waveDelay);
    memory.comparing = Comparing.of(subject, memory.comparing);
    boolean beginning = state.syncResult().orElseThrow().resources().isEmpty();
    Observation observation = observer.observe(subject, rendering, memory.comparing, beginning);
    Optional<OperationState> hindered =
        hindered(state, settings.options(), conditions, observation);
    if (hindered.isPresent() && state.phase() == Phase.RUNNING) {
      return new Outcome(hindered.get(), Optional.empty());
    }
    SyncRequest request = request(subject, settings, observation, memory);
    SyncEngine engine = new SyncEngine(subject.api(), subject.settings().health()::of);
    SyncProgress progress = SyncProgress.of(state);
    SyncStep step =
        state.phase() == Phase.TERMINATING
            ? engine.terminate(request, progress)
            : engine.step(request, progress, clock.instant());
    return new Outcome(step.progress().into(state), step.notBefore());
  }

  private static Optional<OperationState> hindered(
      OperationState state,
      SyncOptions options,
      List<Condition> conditions,
      Observation observation) {
    List<Condition> all = new ArrayList<>(conditions);
    all.addAll(observation.conditions());
    return Operations.hindered(state, options, all);
  }

  private static SyncRequest request(
      Subject subject, SyncSettings settings, Observation observation, AppMemory memory) {
    Set<ResourceKey> differing = new HashSet<>();
    for (ResourceComparison each : observation.comparison().resources()) {
      if (each.status().filter(SyncStatus.SYNCED::equals).isEmpty()) {
        differing.add(each.key());
      }
    }
    boolean respect = settings.options().has("RespectIgnoreDifferences=true");
    List<KubeObject> targets = observation.rendering().targets().objects();
    return new SyncRequest(
        respect ? kept(targets, observation, memory) : targets,
        observation.live(),
        differing::contains,
        subject.permissions()::refusal,
        settings);
  }

  /** The targets with the values that are ignored as they are. */
  private static List<KubeObject> kept(
      List<KubeObject> targets, Observation observation, AppMemory memory) {
    IgnoredValues values = new IgnoredValues(memory.comparing.settings());
    return targets.stream()
        .map(
            target -> {
              KubeObject live = observation.live().get(ResourceKey.of(target));
              return live == null ? target : values.keep(target, live);
            })
        .toList();
  }
}
