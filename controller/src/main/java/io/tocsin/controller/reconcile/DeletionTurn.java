package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.sync.ClusterException;
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

  void turn(SpecCheck.Result check, AppMemory memory, Draft draft) throws InterruptedException {
    List<String> ours = Finalizers.ours(draft.application().finalizers());
    if (ours.isEmpty()) {
      return;
    }
    switch (check) {
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
    new DeletionRunner(subject.cluster().api(), subject.namespace()).run(step);
    switch (step) {
      case DeletionStep.Release release -> {
        draft.finalizers(
            application.finalizers().stream()
                .filter(each -> !release.finalizers().contains(each))
                .toList());
        draft.wakeAt(clock.instant());
      }
      case DeletionStep.Fail fail -> failed(fail.message(), draft);
      case DeletionStep.Done ignored -> {}
      case DeletionStep.Create ignored -> draft.wakeAt(clock.instant().plus(LOOK));
      case DeletionStep.Delete ignored -> draft.wakeAt(clock.instant().plus(LOOK));
      case DeletionStep.Await ignored -> draft.wakeAt(clock.instant().plus(LOOK));
    }
  }

  /** What hooks there are; without finalizers for hooks nothing needs to be rendered. */
  private Rendering rendering(Subject subject, AppMemory memory) {
    boolean hooks =
        subject.application().finalizers().stream()
            .anyMatch(each -> each.startsWith("pre-delete") || each.startsWith("post-delete"));
    if (memory.rendering == null) {
      memory.rendering =
          hooks
              ? manifests.render(subject, subject.application().spec().sources(), List.of(), null)
              : manifests.given(subject, List.of());
    }
    return memory.rendering;
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
