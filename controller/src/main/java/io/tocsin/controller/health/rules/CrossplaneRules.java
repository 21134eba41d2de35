package io.tocsin.controller.health.rules;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whatever a provider of Crossplane manages, as Crossplane's guide for GitOps has it: Synced and
 * LastAsyncOperation must not fail, one of several conditions proves that it is there.
 */
final class CrossplaneRules {
  private static final Set<String> PROOFS =
      Set.of("Ready", "Healthy", "Offered", "Established", "ValidPipeline", "RevisionHealthy");
  private static final Set<String> FAILURES = Set.of("LastAsyncOperation", "Synced");
  private static final Set<String> WITHOUT_STATUS =
      Set.of(
          "Composition",
          "CompositionRevision",
          "DeploymentRuntimeConfig",
          "ClusterProviderConfig",
          "ProviderConfig",
          "ProviderConfigUsage",
          "ControllerConfig");

  private CrossplaneRules() {}

  /** A Provider, Configuration or Function: installed, and its revision healthy. */
  static Health installed(KubeObject live) {
    List<Condition> conditions = Fields.conditions(live);
    if (conditions.isEmpty()) {
      return Health.progressing("Waiting for provider to be installed");
    }
    String reasons = reason(conditions, "Installed") + " " + reason(conditions, "Healthy");
    boolean well =
        Stream.of("Installed", "Healthy")
            .allMatch(type -> conditions.stream().anyMatch(found -> found.is(type, "True")));
    return well ? Health.healthy(reasons) : Health.degraded(reasons);
  }

  private static String reason(List<Condition> conditions, String type) {
    return conditions.stream()
        .filter(condition -> condition.type().equals(type))
        .map(Condition::reason)
        .findFirst()
        .orElse("");
  }

  static Health judge(KubeObject live) {
    if (live.at("status") == null) {
      return WITHOUT_STATUS.contains(live.kind())
          ? Health.healthy("Resource is up-to-date.")
          : Health.progressing("Provisioning ...");
    }
    if (live.kind().endsWith("ProviderConfig") && live.at("status", "users") != null) {
      return Health.healthy("Resource is in use.");
    }
    List<Condition> conditions = Fields.conditions(live);
    for (Condition condition : conditions) {
      if (FAILURES.contains(condition.type()) && condition.status().equals("False")) {
        return condition.reason().equals("ReconcilePaused")
            ? Health.suspended(condition.reason())
            : Health.degraded(condition.message());
      }
    }
    return conditions.stream()
            .anyMatch(
                condition -> PROOFS.contains(condition.type()) && condition.status().equals("True"))
        ? Health.healthy("Resource is up-to-date.")
        : Health.progressing("Provisioning ...");
  }
}
