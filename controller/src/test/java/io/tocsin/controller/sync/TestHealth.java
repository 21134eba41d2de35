package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import java.util.Map;
import java.util.Optional;

/** Enough health for the tests: Jobs by their conditions, Deployments by ready replicas. */
public final class TestHealth implements HealthRules {
  @Override
  public Optional<Verdict> judge(KubeObject object) {
    return switch (object.kind()) {
      case "Job" -> Optional.of(job(object));
      case "Deployment" ->
          Optional.of(
              object.at("status", "readyReplicas") == null
                  ? new Verdict(Status.PROGRESSING, "waiting for replicas")
                  : new Verdict(Status.HEALTHY, ""));
      default -> Optional.empty();
    };
  }

  private static Verdict job(KubeObject job) {
    for (Object each : job.list("status", "conditions")) {
      Map<?, ?> condition = (Map<?, ?>) each;
      if ("True".equals(condition.get("status"))) {
        return condition.get("type").equals("Failed")
            ? new Verdict(Status.DEGRADED, "Job failed")
            : new Verdict(Status.HEALTHY, "Job done");
      }
    }
    return new Verdict(Status.PROGRESSING, "Job runs");
  }
}
