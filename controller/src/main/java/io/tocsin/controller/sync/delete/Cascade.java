package io.tocsin.controller.sync.delete;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.sync.Hooks;
import io.tocsin.controller.sync.Propagation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The objects of a deleted Application, from the last wave to the first. */
final class Cascade {
  private static final String HELM_POLICY = "helm.sh/resource-policy";

  private final Application application;
  private final List<KubeObject> live;

  Cascade(DeletionRequest request) {
    this.application = request.application();
    this.live = request.live();
  }

  /** Absent when nothing is left that is to go. */
  Optional<DeletionStep> next() {
    List<KubeObject> leaving = live.stream().filter(this::leaves).toList();
    long going = live.stream().filter(Cascade::isGoing).count();
    if (going > 0) {
      return Optional.of(
          new DeletionStep.Await("%d objects remaining for deletion".formatted(live.size())));
    }
    if (leaving.isEmpty()) {
      return Optional.empty();
    }
    Optional<KubeObject> unconfirmed = leaving.stream().filter(this::needsConfirmation).findFirst();
    if (unconfirmed.isPresent()) {
      return Optional.of(
          new DeletionStep.Await(
              "Resource %s requires manual confirmation to delete"
                  .formatted(ResourceKey.of(unconfirmed.get()))));
    }
    int last = leaving.stream().mapToInt(Hooks::wave).max().orElseThrow();
    Propagation propagation = Finalizers.propagation(application.finalizers());
    return Optional.of(
        new DeletionStep.Delete(
            leaving.stream().filter(each -> Hooks.wave(each) == last).toList(), propagation));
  }

  private static boolean isGoing(KubeObject object) {
    return object.text("metadata", "deletionTimestamp").isPresent();
  }

  /** Definitions stay, as all objects of their kinds would go with them, anybody's. */
  private boolean leaves(KubeObject object) {
    boolean definition =
        object.kind().equals("CustomResourceDefinition")
            && object.group().equals("apiextensions.k8s.io");
    boolean self = !object.uid().isEmpty() && object.uid().equals(application.object().uid());
    boolean kept =
        SyncOptions.commaSeparated(object.annotations().getOrDefault(HELM_POLICY, ""))
            .contains("keep");
    return !definition && !self && !kept && !option(object, "Delete").equals("false");
  }

  private boolean needsConfirmation(KubeObject object) {
    boolean confirm =
        option(object, "Delete").equals("confirm") || option(object, "Prune").equals("confirm");
    Instant deleted = application.deletedAt().orElse(Instant.EPOCH);
    return confirm && !application.deletionApprovedSince(deleted);
  }

  private String option(KubeObject object, String name) {
    return SyncOptions.of(object)
        .value(name)
        .or(() -> application.spec().syncPolicy().options().value(name))
        .orElse("");
  }
}
