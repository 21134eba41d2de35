package io.tocsin.controller.reconcile;

import io.tocsin.controller.application.Condition;
import io.tocsin.controller.compare.Comparison;
import io.tocsin.controller.compare.ResourceComparison;
import io.tocsin.controller.compare.SyncStatus;
import io.tocsin.controller.health.HealthAssessment;
import io.tocsin.controller.project.Orphans;
import io.tocsin.controller.reconcile.cluster.LiveState;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ClusterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at what lives of an Application, and compares. Thread-safe. */
final class Observer {
  private static final Duration LISTED_WITHIN = Duration.ofSeconds(20);

  /**
   * Looks and compares.
   *
   * @param twice whether what differs is asked for itself, as watches may not have shown yet what
   *     was done a moment ago
   * @throws ClusterException when the cluster cannot be asked
   */
  Observation observe(Subject subject, Rendering rendering, Comparing comparing, boolean twice)
      throws InterruptedException {
    Map<ResourceKey, KubeObject> live = live(subject, rendering);
    Comparison comparison = comparing.comparer().compare(rendering.targets().objects(), live);
    if (twice
        && comparison.status() == SyncStatus.OUT_OF_SYNC
        && asked(subject, comparison, live)) {
      comparison = comparing.comparer().compare(rendering.targets().objects(), live);
    }
    List<HealthAssessment.Subject> subjects =
        comparison.resources().stream()
            .map(each -> new HealthAssessment.Subject(each.target(), each.live()))
            .toList();
    ObjectKey self = subject.application().object().key();
    HealthAssessment health =
        HealthAssessment.of(subjects, subject.settings().health(), key -> isSelf(key, self));
    List<Condition> conditions = new ArrayList<>(rendering.conditions());
    conditions.addAll(Conditions.joined(Conditions.SHARED, comparison.shared()));
    OptionalLong orphans = orphans(subject);
    conditions.addAll(warning(subject, orphans));
    return new Observation(rendering, live, comparison, health, orphans, List.copyOf(conditions));
  }

  private static boolean isSelf(ResourceKey key, ObjectKey self) {
    return key.group().equals("argoproj.io")
        && key.kind().equals("Application")
        && key.name().equals(self.name())
        && key.namespace().equals(self.namespace());
  }

  /** What is the Application's and the project permits, and what lies where a target will. */
  Map<ResourceKey, KubeObject> live(Subject subject, Rendering rendering)
      throws InterruptedException {
    LiveState state = subject.cluster().live();
    state.watch(rendering.kinds());
    state.watch(subject.cluster().common());
    String problem = state.await(rendering.kinds(), LISTED_WITHIN);
    if (!problem.isEmpty()) {
      throw new ClusterException(0, problem);
    }
    Map<ResourceKey, KubeObject> live = state.of(subject.instance());
    for (KubeObject target : rendering.targets().objects()) {
      ResourceKey key = ResourceKey.of(target);
      if (!key.name().isEmpty() && !live.containsKey(key)) {
        kind(rendering, target)
            .flatMap(kind -> state.get(kind, key))
            .ifPresent(object -> live.put(key, object));
      }
    }
    live.values().removeIf(object -> !isPermitted(subject, object));
    return live;
  }

  private static Optional<ResourceKind> kind(Rendering rendering, KubeObject target) {
    return rendering.kinds().stream()
        .filter(kind -> kind.kind().equals(target.kind()))
        .filter(kind -> kind.apiVersion().equals(target.apiVersion()))
        .findFirst();
  }

  private static boolean isPermitted(Subject subject, KubeObject object) {
    return subject
        .cluster()
        .live()
        .kind(object.group(), object.kind())
        .flatMap(kind -> subject.permissions().refusal(object, kind))
        .isEmpty();
  }

  /** Asks for what differs; whether anything was other than the watches had shown. */
  private static boolean asked(
      Subject subject, Comparison comparison, Map<ResourceKey, KubeObject> live) {
    boolean other = false;
    for (ResourceComparison each : comparison.resources()) {
      if (each.status().filter(SyncStatus.OUT_OF_SYNC::equals).isEmpty()) {
        continue;
      }
      Optional<ResourceKind> kind =
          subject.cluster().api().kind(each.object().apiVersion(), each.object().kind());
      if (kind.isEmpty()) {
        continue;
      }
      Optional<KubeObject> now =
          subject
              .api()
              .get(kind.get(), each.object().key())
              .filter(object -> isPermitted(subject, object));
      String before = each.live() == null ? "" : each.live().resourceVersion();
      other |= !now.map(KubeObject::resourceVersion).orElse("").equals(before);
      now.ifPresentOrElse(object -> live.put(each.key(), object), () -> live.remove(each.key()));
    }
    return other;
  }

  private static OptionalLong orphans(Subject subject) {
    Orphans orphans = Orphans.of(subject.project());
    return orphans.watched()
        ? OptionalLong.of(
            subject.cluster().live().untracked(subject.namespace()).stream()
                .filter(orphans::counts)
                .count())
        : OptionalLong.empty();
  }

  private static List<Condition> warning(Subject subject, OptionalLong orphans) {
    return Orphans.of(subject.project()).warn() && orphans.orElse(0) > 0
        ? List.of(
            Conditions.of(
                Conditions.ORPHANED,
                "Application has %d orphaned resources".formatted(orphans.getAsLong())))
        : List.of();
  }
}
