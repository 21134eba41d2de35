package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.text;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Map;

/** Kinds of {@code cluster.x-k8s.io}: a phase says how they are, Ready says why not. */
final class ClusterApiRules {
  private ClusterApiRules() {}

  static Health cluster(KubeObject live) {
    if (Fields.isTrue(live, "spec", "paused")) {
      return Health.suspended("Cluster is paused");
    }
    for (Map<?, ?> condition : Fields.maps(live, "status", "conditions")) {
      Condition ready = Condition.of(condition);
      if (ready.is("Ready", "False") && !text(condition, "severity").equals("Info")) {
        return Health.degraded(ready.message());
      }
    }
    return switch (text(live, "status", "phase")) {
      case "Provisioned" -> Health.healthy("Cluster is running");
      case "Failed" -> Health.degraded("");
      default -> Health.progressing("Waiting for clusters");
    };
  }

  static Health machine(KubeObject live) {
    String reason =
        Fields.conditions(live).stream()
            .filter(condition -> condition.is("Ready", "False"))
            .map(Condition::message)
            .findFirst()
            .orElse("Condition is unknown");
    return switch (text(live, "status", "phase")) {
      case "Running" -> Health.healthy("Machine is running");
      case "Failed" -> Health.degraded(reason);
      default -> Health.progressing(reason);
    };
  }

  static Health machineDeployment(KubeObject live) {
    if (Fields.isTrue(live, "spec", "paused")) {
      return Health.suspended("MachineDeployment is paused");
    }
    return switch (text(live, "status", "phase")) {
      case "Running" -> Health.healthy("Machines are running under this deployment");
      case "ScalingUp" -> Health.progressing("Cluster is spawning machines");
      case "ScalingDown" -> Health.progressing("Cluster is stopping machines");
      case "Failed" -> Health.degraded("MachineDeployment is failed");
      default -> Health.progressing("Waiting for machines");
    };
  }

  static Health machineHealthCheck(KubeObject live) {
    Object healthy = live.at("status", "currentHealthy");
    if (healthy == null) {
      return Health.progressing("");
    }
    return healthy.equals(live.at("status", "expectedMachines"))
        ? Health.healthy("")
        : Health.degraded("");
  }
}
