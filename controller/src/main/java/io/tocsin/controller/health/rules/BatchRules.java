package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.text;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;

/** CronJobs: how the last run ended, as far as their status tells. */
final class BatchRules {
  private BatchRules() {}

  static Health cronJob(KubeObject live) {
    if (Fields.isTrue(live, "spec", "suspend")) {
      return Health.healthy("CronJob is Suspended");
    }
    if (live.at("status") == null) {
      return Health.progressing("Waiting for CronJob");
    }
    String scheduled = text(live, "status", "lastScheduleTime");
    String succeeded = text(live, "status", "lastSuccessfulTime");
    if (scheduled.isEmpty()) {
      return Health.healthy("CronJob has not been scheduled yet");
    }
    if (succeeded.isEmpty()) {
      return Health.healthy("The CronJob never completed successfully. It may not be healthy");
    }
    if (!live.list("status", "active").isEmpty()) {
      return Health.healthy("The job is running. Its last execution may not have been successful");
    }
    return succeeded.compareTo(scheduled) < 0
        ? Health.degraded("CronJob has not completed its last execution successfully")
        : Health.healthy("CronJob has completed its last execution successfully");
  }

  static Health disruptionBudget(KubeObject live) {
    Health health = Health.progressing("Waiting for status");
    for (Condition condition : Fields.conditions(live)) {
      String message = "PodDisruptionBudget has " + condition.reason();
      if (condition.status().equals("False") && !condition.reason().equals("InsufficientPods")) {
        return Health.degraded(message);
      }
      health = Health.healthy(message);
    }
    return health;
  }

  static Health volumeSnapshot(KubeObject live) {
    if (Fields.isTrue(live, "status", "readyToUse")) {
      return Health.healthy("Ready to use");
    }
    return live.at("status", "error") == null
        ? Health.progressing("Waiting for status")
        : Health.degraded(text(live, "status", "error", "message"));
  }
}
