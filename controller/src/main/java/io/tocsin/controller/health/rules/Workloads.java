package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.conditions;
import static io.tocsin.controller.health.rules.Fields.number;
import static io.tocsin.controller.health.rules.Fields.optionalNumber;
import static io.tocsin.controller.health.rules.Fields.text;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Optional;

/**
 * Kinds of {@code apps/v1}, judged as gitops-engine does, which follows kubectl's rollout status.
 */
final class Workloads {
  private static final String WAITING = "Waiting for rollout to finish: ";

  private Workloads() {}

  static Health deployment(KubeObject live) {
    if (Fields.isTrue(live, "spec", "paused")) {
      return Health.suspended("Deployment is paused");
    }
    if (Fields.isUnobserved(live)) {
      return Health.progressing(
          WAITING + "observed deployment generation less than desired generation");
    }
    if (hasExceededDeadline(live)) {
      return Health.degraded(
          "Deployment \"%s\" exceeded its progress deadline".formatted(live.name()));
    }
    return deploymentReplicas(live);
  }

  private static boolean hasExceededDeadline(KubeObject live) {
    return conditions(live).stream()
        .filter(condition -> condition.type().equals("Progressing"))
        .findFirst()
        .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"))
        .isPresent();
  }

  private static Health deploymentReplicas(KubeObject live) {
    Optional<Long> wanted = optionalNumber(live, "spec", "replicas");
    long updated = number(live, "status", "updatedReplicas");
    long old = number(live, "status", "replicas") - updated;
    long available = number(live, "status", "availableReplicas");
    if (wanted.isPresent() && updated < wanted.get()) {
      return Health.progressing(
          WAITING
              + "%d out of %d new replicas have been updated...".formatted(updated, wanted.get()));
    }
    if (old > 0) {
      return Health.progressing(
          WAITING + "%d old replicas are pending termination...".formatted(old));
    }
    if (available < updated) {
      return Health.progressing(
          WAITING + "%d of %d updated replicas are available...".formatted(available, updated));
    }
    return Health.healthy("");
  }

  static Health replicaSet(KubeObject live) {
    if (Fields.isUnobserved(live)) {
      return Health.progressing(
          WAITING + "observed replica set generation less than desired generation");
    }
    Optional<Condition> failure =
        conditions(live).stream()
            .filter(condition -> condition.type().equals("ReplicaFailure"))
            .findFirst();
    if (failure.isPresent() && failure.get().status().equals("True")) {
      return Health.degraded(failure.get().message());
    }
    Optional<Long> wanted = optionalNumber(live, "spec", "replicas");
    long available = number(live, "status", "availableReplicas");
    if (wanted.isPresent() && available < wanted.get()) {
      return Health.progressing(
          WAITING
              + "%d out of %d new replicas are available...".formatted(available, wanted.get()));
    }
    return Health.healthy("");
  }

  static Health daemonSet(KubeObject live) {
    long wanted = number(live, "status", "desiredNumberScheduled");
    long updated = number(live, "status", "updatedNumberScheduled");
    long available = number(live, "status", "numberAvailable");
    if (Fields.isUnobserved(live)) {
      return Health.progressing(
          WAITING + "observed daemon set generation less than desired generation");
    }
    if (text(live, "spec", "updateStrategy", "type").equals("OnDelete")) {
      return Health.healthy(
          "daemon set %d out of %d new pods have been updated".formatted(updated, wanted));
    }
    String waiting = "Waiting for daemon set \"%s\" rollout to finish: ".formatted(live.name());
    if (updated < wanted) {
      return Health.progressing(
          waiting + "%d out of %d new pods have been updated...".formatted(updated, wanted));
    }
    if (available < wanted) {
      return Health.progressing(
          waiting + "%d of %d updated pods are available...".formatted(available, wanted));
    }
    return Health.healthy("");
  }
}
