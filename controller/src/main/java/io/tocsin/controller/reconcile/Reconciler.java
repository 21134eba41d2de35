package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.runtime.KubeObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Decides what becomes of an Application in one turn; writes nothing. Blocks; thread-safe. */
final class Reconciler {
  private final ControlPlane plane;
  private final SpecCheck specs;
  private final Refresher refresher;
  private final OperationRunner operations;
  private final DeletionTurn deletions;
  private final Manifests manifests;
  private final ReconcileOptions options;
  private final Clock clock;

  Reconciler(
      ControlPlane plane,
      SpecCheck specs,
      Refresher refresher,
      OperationRunner operations,
      DeletionTurn deletions,
      Manifests manifests,
      ReconcileOptions options,
      Clock clock) {
    this.plane = plane;
    this.specs = specs;
    this.refresher = refresher;
    this.operations = operations;
    this.deletions = deletions;
    this.manifests = manifests;
    this.options = options;
    this.clock = clock;
  }

  Draft turn(KubeObject object, AppMemory memory) throws InterruptedException {
    Application application;
    try {
      application = Application.of(object);
    } catch (InvalidSpecException e) {
      return unreadable(object, e, memory);
    }
    Draft draft = new Draft(application);
    if (application.deletedAt().isPresent()) {
      deletions.turn(specs, memory, draft);
      return draft;
    }
    SpecCheck.Result check = specs.check(application);
    operate(application, check, memory, draft);
    refresh(application, check, memory, draft);
    Optional.ofNullable(memory.expiresAt).ifPresent(draft::wakeAt);
    options.hardResync().map(memory.hardRefreshedAt::plus).ifPresent(draft::wakeAt);
    return draft;
  }

  private void operate(
      Application application, SpecCheck.Result check, AppMemory memory, Draft draft)
      throws InterruptedException {
    Optional<OperationState> running = OperationRunner.running(application);
    if (running.isPresent()) {
      operations.goOn(check, running.get(), memory, draft);
    } else if (application.operation().isPresent()) {
      operations.begin(application, memory, draft);
    }
  }

  /**
   * The end of an operation is written with what it made of the objects: nobody is to see it beside
   * a health from before. Repositories are asked in the turn after it.
   */
  private void refresh(
      Application application, SpecCheck.Result check, AppMemory memory, Draft draft)
      throws InterruptedException {
    if (memory.hardRefreshedAt == null) {
      memory.hardRefreshedAt = clock.instant();
    }
    boolean ended = OperationRunner.running(application).isPresent() && !draft.operating();
    Refresh level = ended ? Refresh.RECENT : wanted(application, memory);
    if (level == Refresh.NONE) {
      return;
    }
    Instant now = clock.instant();
    if (level.includes(Refresh.LATEST)) {
      memory.refreshedAt = now;
      memory.expiresAt = expiry(now);
    }
    if (level == Refresh.HARD) {
      manifests.forgetAll(
          application.instanceName(plane.namespace()), application.spec().sources());
      memory.hardRefreshedAt = now;
    }
    if (!ended) {
      draft.refreshed();
    }
    switch (check) {
      case SpecCheck.Unsound unsound -> refresher.unsound(unsound.reasons(), memory, draft);
      case SpecCheck.Sound sound -> refresher.refresh(sound.subject(), level, memory, draft);
    }
    draft.status(StatusOf.controlledFrom(draft.status(), plane.namespace()));
  }

  private Refresh wanted(Application application, AppMemory memory) {
    Refresh level = memory.takePending();
    Instant now = clock.instant();
    String asked = application.object().annotations().get(Interest.REFRESH);
    if (asked != null) {
      manifests.forget(application.spec().sources());
      level = level.or(asked.equals("hard") ? Refresh.HARD : Refresh.LATEST);
    }
    if (memory.expiresAt != null && !now.isBefore(memory.expiresAt)) {
      level = level.or(Refresh.LATEST);
    }
    if (isHardExpired(memory, now)) {
      level = level.or(Refresh.HARD);
    }
    if (!Refresher.isComparedTo(application)) {
      level = level.or(Refresh.LATEST);
    }
    return level;
  }

  private boolean isHardExpired(AppMemory memory, Instant now) {
    return options
        .hardResync()
        .filter(age -> !now.isBefore(memory.hardRefreshedAt.plus(age)))
        .isPresent();
  }

  private Instant expiry(Instant now) {
    Duration age = options.resync().orElse(plane.settings().resync());
    if (age.isZero()) {
      return null;
    }
    long jitter = options.jitter().orElse(plane.settings().jitter()).toMillis();
    return now.plus(age)
        .plusMillis(jitter > 0 ? ThreadLocalRandom.current().nextLong(jitter + 1) : 0);
  }

  /** Its status alone is read, so that it can be told what is wrong with the rest. */
  private Draft unreadable(KubeObject object, InvalidSpecException e, AppMemory memory) {
    Map<String, Object> content = new LinkedHashMap<>(object.content());
    content.put("spec", Map.of());
    content.remove("operation");
    Draft draft = new Draft(Application.of(new KubeObject(content)));
    memory.takePending();
    draft.refreshed();
    refresher.unsound(List.of(e.getMessage()), memory, draft);
    return draft;
  }
}
