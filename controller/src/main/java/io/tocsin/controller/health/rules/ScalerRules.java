package io.tocsin.controller.health.rules;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HealthRule;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Set;

/**
 * Scalers of KEDA: Ready, unless paused.
 *
 * @param failures what is a failure, as type and status
 * @param waiting what is said before anything is known
 */
record ScalerRules(Set<String> failures, String waiting) implements HealthRule {
  static final ScalerRules OBJECT =
      new ScalerRules(
          Set.of("Ready=False", "Fallback=True"), "Creating HorizontalPodAutoscaler Object");
  static final ScalerRules JOB =
      new ScalerRules(Set.of("Ready=False", "Ready=Unknown"), "Waiting for ScaledJob");

  @Override
  public Health judge(KubeObject live) {
    List<Condition> conditions = Fields.conditions(live);
    boolean paused = false;
    boolean ready = false;
    boolean failed = false;
    String message = waiting;
    for (Condition condition : conditions) {
      boolean isReady = condition.is("Ready", "True");
      boolean isPaused = condition.is("Paused", "True");
      boolean isFailure = failures.contains(condition.type() + "=" + condition.status());
      ready |= isReady;
      paused |= isPaused;
      failed |= isFailure;
      message = isReady || isPaused || isFailure ? condition.message() : message;
    }
    if (failed) {
      return Health.degraded(message);
    }
    if (!ready) {
      return Health.progressing(waiting);
    }
    return paused ? Health.suspended(message) : Health.healthy(message);
  }
}
