package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.Fields.conditions;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HealthRule;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of Flux: Ready, and for some a second condition, make them healthy; Ready Unknown while
 * they reconcile is progress; anything else is a failure. The reason of Ready is what is said.
 *
 * @param proofs the conditions of which one must be true beside Ready; none where it is enough
 */
record FluxRules(Set<String> proofs) implements HealthRule {
  private static final String DOMAIN = ".toolkit.fluxcd.io";
  private static final FluxRules READY = new FluxRules(Set.of());
  private static final FluxRules STORED = new FluxRules(Set.of("ArtifactInStorage"));
  private static final FluxRules RELEASED = new FluxRules(Set.of("Released", "TestSuccess"));

  static Optional<HealthRule> rule(String group) {
    if (!group.endsWith(DOMAIN)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (group.substring(0, group.length() - DOMAIN.length())) {
          case "helm" -> RELEASED;
          case "source" -> STORED;
          default -> READY;
        });
  }

  @Override
  public Health judge(KubeObject live) {
    if (Fields.isTrue(live, "spec", "suspend")) {
      return Health.suspended(live.kind() + " is suspended");
    }
    if (live.kind().equals("HelmRepository")
        && live.text("spec", "type").filter("oci"::equals).isPresent()) {
      return Health.healthy("Helm repositories of type 'oci' have no status");
    }
    List<Condition> conditions = conditions(live);
    if (live.at("status", "conditions") == null) {
      return Health.progressing("Status unknown");
    }
    String message = message(conditions);
    if (has(conditions, "Ready", "Unknown") && has(conditions, "Reconciling", "True")) {
      return Health.progressing(message);
    }
    return isProven(conditions) ? Health.healthy(message) : Health.degraded(message);
  }

  private boolean isProven(List<Condition> conditions) {
    if (proofs.isEmpty()) {
      return has(conditions, "Ready", "True");
    }
    // each true proof counts as much as Ready does: a release is ready or tested, and released
    long proven =
        conditions.stream()
            .filter(condition -> condition.status().equals("True"))
            .filter(
                condition -> condition.type().equals("Ready") || proofs.contains(condition.type()))
            .count();
    return proven == 2;
  }

  private static String message(List<Condition> conditions) {
    StringBuilder message = new StringBuilder();
    for (Condition condition : conditions) {
      if (condition.type().equals("Ready")) {
        message.setLength(0);
        message.append(condition.reason());
      } else if (condition.is("ArtifactOutdated", "True")) {
        message.append(' ').append(condition.reason());
      }
    }
    return message.toString();
  }

  private static boolean has(List<Condition> conditions, String type, String status) {
    return conditions.stream().anyMatch(condition -> condition.is(type, status));
  }
}
