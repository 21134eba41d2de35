package io.tocsin.controller.health.rules;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HealthRule;
import io.tocsin.controller.health.HealthStatus;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Map;

/**
 * Judges by {@code status.phase}.
 *
 * @param phases what each phase means, and what is said where {@code status.message} says nothing
 * @param waiting what is said without a phase, or with one that is not known
 */
record PhaseRule(Map<String, Health> phases, String waiting) implements HealthRule {
  PhaseRule {
    phases = Map.copyOf(phases);
  }

  @Override
  public Health judge(KubeObject live) {
    Health health = phases.get(Fields.text(live, "status", "phase"));
    if (health == null) {
      return Health.progressing(waiting);
    }
    boolean ended = health.status() != HealthStatus.PROGRESSING;
    String message = Fields.text(live, "status", "message");
    return ended && !message.isEmpty() ? new Health(health.status(), message) : health;
  }
}
