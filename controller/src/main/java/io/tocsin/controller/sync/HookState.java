package io.tocsin.controller.sync;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Optional;

/** Whether a hook is still at it; one whose kind nobody judges is done once it is there. */
record HookState(Phase phase, String message) {
  static HookState of(KubeObject live, HealthRules health) {
    Optional<Health> verdict = health.judge(live);
    if (verdict.isEmpty()) {
      return new HookState(Phase.SUCCEEDED, live.name() + " created");
    }
    String message = verdict.get().message();
    return switch (verdict.get().status()) {
      case HEALTHY -> new HookState(Phase.SUCCEEDED, message);
      case PROGRESSING, SUSPENDED -> new HookState(Phase.RUNNING, message);
      case DEGRADED, UNKNOWN -> new HookState(Phase.FAILED, message);
      case MISSING -> new HookState(Phase.SUCCEEDED, live.name() + " created");
    };
  }
}
