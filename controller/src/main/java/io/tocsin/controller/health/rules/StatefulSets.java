package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.number;
import static io.tocsin.controller.health.rules.Fields.optionalNumber;
import static io.tocsin.controller.health.rules.Fields.text;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Map;
import java.util.Optional;

/** StatefulSets of {@code apps/v1}, judged as gitops-engine does. */
final class StatefulSets {
  private StatefulSets() {}

  static Health judge(KubeObject live) {
    if (number(live, "status", "observedGeneration") == 0 || Fields.isUnobserved(live)) {
      return Health.progressing("Waiting for statefulset spec update to be observed...");
    }
    Optional<Long> wanted = optionalNumber(live, "spec", "replicas");
    long ready = number(live, "status", "readyReplicas");
    if (wanted.isPresent() && ready < wanted.get()) {
      return Health.progressing(
          "Waiting for %d pods to be ready...".formatted(wanted.get() - ready));
    }
    if (isPartitioned(live)) {
      return partitioned(live, wanted);
    }
    return text(live, "spec", "updateStrategy", "type").equals("OnDelete")
        ? Health.healthy("statefulset has %d ready pods".formatted(ready))
        : revisions(live);
  }

  private static boolean isPartitioned(KubeObject live) {
    return text(live, "spec", "updateStrategy", "type").equals("RollingUpdate")
        && live.at("spec", "updateStrategy", "rollingUpdate") instanceof Map<?, ?>;
  }

  private static Health partitioned(KubeObject live, Optional<Long> wanted) {
    Optional<Long> partition =
        optionalNumber(live, "spec", "updateStrategy", "rollingUpdate", "partition");
    long updated = number(live, "status", "updatedReplicas");
    if (wanted.isPresent() && partition.isPresent()) {
      long expected = wanted.get() - partition.get();
      if (updated < expected) {
        return Health.progressing(
            "Waiting for partitioned roll out to finish: %d out of %d new pods have been updated..."
                .formatted(updated, expected));
      }
    }
    return Health.healthy(
        "partitioned roll out complete: %d new pods have been updated...".formatted(updated));
  }

  private static Health revisions(KubeObject live) {
    String current = text(live, "status", "currentRevision");
    String update = text(live, "status", "updateRevision");
    return update.equals(current)
        ? Health.healthy(
            "statefulset rolling update complete %d pods at revision %s..."
                .formatted(number(live, "status", "currentReplicas"), current))
        : Health.progressing(
            "waiting for statefulset rolling update to complete %d pods at revision %s..."
                .formatted(number(live, "status", "updatedReplicas"), update));
  }
}
