package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.ApplicationStatus;
import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.SyncState;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.delete.Finalizers;
import io.tocsin.controller.tree.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finds out how an Application is, and drafts its status. Blocks; thread-safe. */
final class Refresher {
  private static final Duration TWICE_WITHIN = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private final Manifests manifests;
  private final Observer observer;
  private final AutoSync autoSync;
  private final Interests interests;
  private final Duration gitGrace;
  private final Clock clock;

  Refresher(
      Manifests manifests,
      Observer observer,
      AutoSync autoSync,
      Interests interests,
      Duration gitGrace,
      Clock clock) {
    this.manifests = manifests;
    this.observer = observer;
    this.autoSync = autoSync;
    this.interests = interests;
    this.gitGrace = gitGrace;
    this.clock = clock;
  }

  void refresh(Subject subject, Refresh level, AppMemory memory, Draft draft)
      throws InterruptedException {
    try {
      Rendering rendering = rendering(subject, level, memory);
      memory.unreachableSince = null;
      memory.comparing = Comparing.of(subject, memory.comparing);
      Instant now = clock.instant();
      boolean twice = endedAt(draft.application()).plus(TWICE_WITHIN).isAfter(now);
      Observation observation = observer.observe(subject, rendering, memory.comparing, twice);
      interests.set(subject, observation);
      memory.orphans = observation.orphans();
      boolean latest = level.includes(Refresh.LATEST);
      draft.status(
          StatusOf.observation(subject.with(draft.application()), observation, now, latest));
      draft.finalizers(
          Finalizers.wanted(subject.application().finalizers(), rendering.targets().objects()));
      autoSync.decide(subject.with(draft.application()), observation, draft);
      if (draft.comparesAgain()) {
        memory.want(Refresh.RECENT);
      }
    } catch (SourceException e) {
      unrendered(e, memory, draft);
    } catch (ClusterException e) {
      failed(Conditions.of(Conditions.COMPARISON, e.getMessage()), draft);
      draft.wakeAt(clock.instant().plus(AGAIN));
      memory.want(Refresh.RECENT);
    }
  }

  private static Instant endedAt(Application application) {
    return application
        .status()
        .operationState()
        .flatMap(OperationState::finishedAt)
        .orElse(Instant.EPOCH);
  }

  private Rendering rendering(Subject subject, Refresh level, AppMemory memory) {
    Rendering before = memory.rendering;
    boolean usable =
        before != null && !level.includes(Refresh.LATEST) && isCurrent(before, subject);
    if (usable) {
      return before;
    }
    memory.rendering = null;
    memory.rendering =
        manifests.render(subject, subject.application().spec().sources(), List.of(), before);
    return memory.rendering;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isCurrent(Rendering rendering, Subject subject) {
    return rendering.settings() == subject.settings() && rendering.cluster() == subject.cluster();
  }

  /** A repository out of reach for a while changes nothing that is known. */
  private void unrendered(SourceException e, AppMemory memory, Draft draft) {
    Instant now = clock.instant();
    memory.rendering = null;
    String known = draft.status().sync().status();
    boolean compared = known.equals("Synced") || known.equals("OutOfSync");
    if (e.isPassing() && compared) {
      if (memory.unreachableSince == null) {
        memory.unreachableSince = now;
      }
      draft.wakeAt(now.plus(AGAIN));
      memory.want(Refresh.LATEST);
      if (now.isBefore(memory.unreachableSince.plus(gitGrace))) {
        return;
      }
    }
    failed(Conditions.of(Conditions.COMPARISON, e.getMessage()), draft);
  }

  private void failed(Condition condition, Draft draft) {
    draft.status(StatusOf.failure(draft.application(), List.of(condition), clock.instant()));
  }

  /** What is wrong with the specification itself. */
  void unsound(List<String> reasons, AppMemory memory, Draft draft) {
    memory.rendering = null;
    Application application = draft.application();
    Instant now = clock.instant();
    ApplicationStatus failed =
        StatusOf.failure(
            application,
            reasons.stream().map(each -> Conditions.of(Conditions.INVALID_SPEC, each)).toList(),
            now);
    draft.status(StatusOf.withHealth(failed, application, "Unknown", now));
  }

  /** Whether what was compared last is what the specification says now. */
  static boolean isComparedTo(Application application) {
    SyncState sync = application.status().sync();
    return SyncState.comparedTo(application.spec(), application.spec().sources())
        .equals(sync.comparedTo());
  }
}
