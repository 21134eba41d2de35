package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.number;
import static io.tocsin.controller.health.rules.Fields.optionalNumber;
import static io.tocsin.controller.health.rules.Fields.text;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HealthStatus;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Rollouts of Argo Rollouts. Since 1.0 they say in {@code status.phase} how they are; before, it
 * follows from their replicas and from {@code currentPodHash} and {@code stableRS}.
 */
final class Rollouts {
  private static final String WORKLOAD_GENERATION = "rollout.argoproj.io/workload-generation";
  private static final String WAITING = "Waiting for roll out to finish: ";
  private static final Set<String> FAILURES = Set.of("RolloutAborted", "ProgressDeadlineExceeded");

  private Rollouts() {}

  static Health judge(KubeObject live) {
    if (live.at("status") == null || !isObserved(live) || !isWorkloadObserved(live)) {
      return Health.progressing("Waiting for rollout spec update to be observed");
    }
    String phase = text(live, "status", "phase");
    return phase.isEmpty() ? withoutPhase(live) : byPhase(live, phase);
  }

  private static Health byPhase(KubeObject live, String phase) {
    HealthStatus status =
        phase.equals("Paused")
            ? HealthStatus.SUSPENDED
            : HealthStatus.of(phase).orElse(HealthStatus.UNKNOWN);
    return new Health(status, text(live, "status", "message"));
  }

  /** Before 0.10 the observed generation was a hash, which is no number, or a larger one. */
  private static boolean isObserved(KubeObject live) {
    OptionalLong observed = whole(live.at("status", "observedGeneration"));
    long generation = number(live, "metadata", "generation");
    return observed.isEmpty() || observed.getAsLong() >= generation;
  }

  private static boolean isWorkloadObserved(KubeObject live) {
    return live.at("spec", "workloadRef") == null
        || live.annotations().isEmpty()
        || whole(live.annotations().get(WORKLOAD_GENERATION))
            .equals(whole(live.at("status", "workloadObservedGeneration")));
  }

  private static OptionalLong whole(Object value) {
    try {
      return value == null
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(value.toString()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static Health withoutPhase(KubeObject live) {
    Optional<Condition> failure =
        Fields.conditions(live).stream().filter(Rollouts::isFailure).findFirst();
    if (failure.isPresent()) {
      return Health.degraded(failure.get().message());
    }
    if (!live.list("status", "pauseConditions").isEmpty()
        || Fields.isTrue(live, "spec", "paused")) {
      return Health.suspended("Rollout is paused");
    }
    String current = text(live, "status", "currentPodHash");
    if (current.isEmpty()) {
      return Health.progressing("Waiting for rollout to finish: status has not been reconciled.");
    }
    return replicas(live).or(() -> strategy(live, current)).orElse(Health.healthy(""));
  }

  private static boolean isFailure(Condition condition) {
    return condition.type().equals("InvalidSpec")
        || (condition.type().equals("Progressing") && FAILURES.contains(condition.reason()));
  }

  private static Optional<Health> replicas(KubeObject live) {
    long updated = number(live, "status", "updatedReplicas");
    if (updated < optionalNumber(live, "spec", "replicas").orElse(1L)) {
      return waiting("More replicas need to be updated");
    }
    return number(live, "status", "availableReplicas") < updated
        ? waiting("updated replicas are still becoming available")
        : Optional.empty();
  }

  private static Optional<Health> strategy(KubeObject live, String current) {
    String stable =
        live.text("status", "stableRS").orElse(text(live, "status", "canary", "stableRS"));
    if (live.at("spec", "strategy", "blueGreen") != null) {
      if (!text(live, "status", "blueGreen", "activeSelector").equals(current)) {
        return Optional.of(Health.progressing("active service cutover pending"));
      }
      return stable.isEmpty() || stable.equals(current)
          ? Optional.empty()
          : Optional.of(Health.progressing("waiting for analysis to complete"));
    }
    if (live.at("spec", "strategy", "canary") == null) {
      return Optional.empty();
    }
    if (number(live, "status", "replicas") > number(live, "status", "updatedReplicas")) {
      return waiting("old replicas are pending termination");
    }
    return stable.equals(current)
        ? Optional.empty()
        : Optional.of(Health.progressing("Waiting for rollout to finish steps"));
  }

  private static Optional<Health> waiting(String what) {
    return Optional.of(Health.progressing(WAITING + what));
  }
}
