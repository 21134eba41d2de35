package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.ApplicationSpec;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.Hooks;
import io.tocsin.controller.sync.delete.Deletion;
import io.tocsin.controller.sync.delete.DeletionRequest;
import io.tocsin.controller.sync.delete.DeletionRunner;
import io.tocsin.controller.sync.delete.DeletionStep;
import io.tocsin.controller.sync.delete.Finalizers;
import io.tocsin.controller.tree.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a deleted Application's objects away, step by step. Blocks; thread-safe. */
final class DeletionTurn {
  private static final Duration LOOK = Duration.ofSeconds(3);

  private final Manifests manifests;
  private final Observer observer;
  private final Clock clock;

  DeletionTurn(Manifests manifests, Observer observer, Clock clock) {
    this.manifests = manifests;
    this.observer = observer;
    this.clock = clock;
  }

  /** Where the cluster is gone there is nothing to take away. */
  void turn(SpecCheck specs, AppMemory memory, Draft draft) throws InterruptedException {
    Application application = draft.application();
    List<String> ours = Finalizers.ours(application.finalizers());
    if (ours.isEmpty()) {
      return;
    }
    if (!specs.knowsCluster(application)) {
      release(ours, draft);
      return;
    }
    switch (specs.deletable(application)) {
      case SpecCheck.Unsound unsound -> failed(String.join("; ", unsound.reasons()), draft);
      case SpecCheck.Sound sound -> {
        try {
          step(sound.subject(), memory, draft);
        } catch (SourceException | ClusterException e) {
          failed(e.getMessage(), draft);
        }
      }
    }
  }

  private void step(Subject subject, AppMemory memory, Draft draft) throws InterruptedException {
    Application application = draft.application();
    Rendering rendering = rendering(subject, memory);
    List<KubeObject> live = new ArrayList<>(observer.live(subject, rendering).values());
    live.removeIf(object -> !subject.settings().tracking(subject.instance()).marks(object));
    DeletionStep step =
        new Deletion(subject.settings().health()::of)
            .next(new DeletionRequest(application, rendering.targets().objects(), live));
    Optional<String> refusal = refusal(subject, step);
    if (refusal.isPresent()) {
      failed(refusal.get(), draft);
      return;
    }
    new DeletionRunner(subject.api(), subject.namespace()).run(step);
    switch (step) {
      case DeletionStep.Release release -> release(release.finalizers(), draft);
      case DeletionStep.Fail fail -> failed(fail.message(), draft);
      case DeletionStep.Done ignored -> {}
      case DeletionStep.Create ignored -> draft.wakeAt(clock.instant().plus(LOOK));
      case DeletionStep.Delete ignored -> draft.wakeAt(clock.instant().plus(LOOK));
      case DeletionStep.Await ignored -> draft.wakeAt(clock.instant().plus(LOOK));
    }
  }

  /** Why the project does not let a hook be created. */
  private static Optional<String> refusal(Subject subject, DeletionStep step) {
    if (!(step instanceof DeletionStep.Create create)) {
      return Optional.empty();
    }
    return create.hooks().stream()
        .flatMap(
            hook ->
                subject.api().kind(hook.apiVersion(), hook.kind()).stream()
                    .flatMap(
                        kind ->
                            subject
                                .permissions()
                                .refusal(Hooks.placed(hook, kind, subject.namespace()), kind)
                                .stream()))
        .findFirst();
  }

  private void release(List<String> finalizers, Draft draft) {
    draft.finalizers(
        draft.application().finalizers().stream()
            .filter(each -> !finalizers.contains(each))
            .toList());
    draft.wakeAt(clock.instant());
  }

  /** What hooks there are; without finalizers for hooks nothing needs to be rendered. */
  private Rendering rendering(Subject subject, AppMemory memory) {
    boolean hooks =
        subject.application().finalizers().stream()
            .anyMatch(each -> each.startsWith("pre-delete") || each.startsWith("post-delete"));
    if (memory.rendering == null) {
      memory.rendering = hooks ? rendered(subject) : manifests.given(subject, List.of());
    }
    return memory.rendering;
  }

  private Rendering rendered(Subject subject) {
    ApplicationSpec spec = subject.application().spec();
    List<String> refusals = subject.permissions().refusals(spec);
    if (!refusals.isEmpty()) {
      throw new SourceException(String.join("; ", refusals));
    }
    return manifests.render(subject, spec.sources(), List.of(), null);
  }

  private void failed(String reason, Draft draft) {
    draft.status(
        draft
            .status()
            .withConditions(
                Conditions.after(
                    draft.status().conditions(),
                    Set.of(Conditions.DELETION),
                    List.of(Conditions.of(Conditions.DELETION, reason)),
                    clock.instant())));
    draft.wakeAt(clock.instant().plus(LOOK));
  }
}
