package io.tocsin.controller.health.rules;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;

/** CustomResourceDefinitions: served once Established, unless their names or schema are refused. */
final class DefinitionRules {
  private DefinitionRules() {}

  static Health judge(KubeObject live) {
    List<Condition> conditions = Fields.conditions(live);
    if (conditions.isEmpty()) {
      return Health.progressing("Status conditions not found");
    }
    for (Condition condition : conditions) {
      if (condition.is("Terminating", "True")) {
        return Health.progressing("CRD is terminating: " + condition.message());
      }
      if (condition.is("NamesAccepted", "False")) {
        return Health.degraded("CRD names have not been accepted: " + condition.message());
      }
      if (condition.is("NonStructuralSchema", "True")) {
        return Health.degraded("Schema violations found: " + condition.message());
      }
      if (condition.is("Established", "False") && condition.reason().equals("Installing")) {
        return Health.progressing("CRD is being installed");
      }
    }
    return conditions.stream().anyMatch(condition -> condition.is("Established", "True"))
        ? Health.healthy("CRD is healthy")
        : Health.degraded("CRD is not established");
  }
}
