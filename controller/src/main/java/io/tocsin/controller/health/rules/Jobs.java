package io.tocsin.controller.health.rules;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;

/** Jobs, judged as gitops-engine does. */
final class Jobs {
  private Jobs() {}

  static Health judge(KubeObject live) {
    Health health = Health.progressing("");
    for (Condition condition : Fields.conditions(live)) {
      health =
          switch (condition.type()) {
            case "Failed" -> Health.degraded(condition.message());
            case "Complete" -> ended(health, condition, Health.healthy(condition.message()));
            case "Suspended" ->
                ended(
                    health,
                    condition,
                    condition.status().equals("True")
                        ? Health.suspended(condition.message())
                        : Health.healthy(condition.message()));
            default -> health;
          };
    }
    return health;
  }

  /** A failure stays, a suspension stays but for its message, whatever comes after them. */
  private static Health ended(Health before, Condition condition, Health now) {
    return switch (before.status()) {
      case DEGRADED -> before;
      case SUSPENDED -> Health.suspended(condition.message());
      default -> now;
    };
  }
}
