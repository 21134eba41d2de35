package io.tocsin.controller.health.rules;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HealthRule;
import io.tocsin.controller.health.HealthStatus;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Optional;

/**
 * Judges by {@code status.conditions}: the first clause that a condition meets decides, with the
 * condition's message.
 *
 * @param otherwise while no condition meets a clause
 */
record ConditionRule(List<Clause> clauses, Health otherwise) implements HealthRule {
  /** A condition of that type and status means that health. */
  record Clause(String type, String status, HealthStatus health) {
    private Optional<Health> judge(List<Condition> conditions) {
      return conditions.stream()
          .filter(condition -> condition.is(type, status))
          .findFirst()
          .map(condition -> new Health(health, condition.message()));
    }
  }

  ConditionRule {
    clauses = List.copyOf(clauses);
  }

  static Clause degraded(String type, String status) {
    return new Clause(type, status, HealthStatus.DEGRADED);
  }

  static Clause progressing(String type, String status) {
    return new Clause(type, status, HealthStatus.PROGRESSING);
  }

  static Clause healthy(String type, String status) {
    return new Clause(type, status, HealthStatus.HEALTHY);
  }

  /** Progressing with that message while no condition meets a clause. */
  static ConditionRule of(String waiting, Clause... clauses) {
    return otherwise(Health.progressing(waiting), clauses);
  }

  static ConditionRule otherwise(Health otherwise, Clause... clauses) {
    return new ConditionRule(List.of(clauses), otherwise);
  }

  /** True is healthy, False is degraded, anything else is waited for. */
  static ConditionRule truth(String type, String waiting) {
    return of(waiting, degraded(type, "False"), healthy(type, "True"));
  }

  @Override
  public Health judge(KubeObject live) {
    List<Condition> conditions = Fields.conditions(live);
    for (Clause clause : clauses) {
      Optional<Health> health = clause.judge(conditions);
      if (health.isPresent()) {
        return health.get();
      }
    }
    return otherwise;
  }
}
