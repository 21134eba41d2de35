package io.tocsin.controller.health.rules;

import static io.tocsin.controller.health.rules.ConditionRule.degraded;
import static io.tocsin.controller.health.rules.ConditionRule.healthy;
import static io.tocsin.controller.health.rules.ConditionRule.progressing;
import static io.tocsin.controller.health.rules.ConditionRule.truth;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.health.HealthRule;
import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of custom kinds by group and kind, and of groups that end alike. */
final class CustomKinds {
  private static final Map<String, HealthRule> ARGO =
      Map.ofEntries(
          Map.entry("argoproj.io/Rollout", Rollouts::judge),
          Map.entry("argoproj.io/AnalysisRun", analysisRun()),
          Map.entry("argoproj.io/Experiment", experiment()),
          Map.entry("argoproj.io/ApplicationSet", applicationSet()),
          Map.entry(
              "argoproj.io/CronWorkflow",
              ConditionRule.otherwise(
                  Health.healthy("CronWorkflow is healthy."),
                  degraded("SpecError", "True"),
                  degraded("SubmissionError", "True"),
                  healthy("Completed", "True"))));

  private static final Map<String, HealthRule> CORE =
      Map.ofEntries(
          Map.entry("batch/CronJob", BatchRules::cronJob),
          Map.entry("policy/PodDisruptionBudget", BatchRules::disruptionBudget),
          Map.entry("snapshot.storage.k8s.io/VolumeSnapshot", BatchRules::volumeSnapshot),
          Map.entry("snapshot.storage.k8s.io/VolumeSnapshotContent", BatchRules::volumeSnapshot),
          Map.entry("apiextensions.k8s.io/CustomResourceDefinition", DefinitionRules::judge));

  private static final Map<String, HealthRule> CERTIFICATES_AND_SECRETS =
      Map.ofEntries(
          Map.entry("cert-manager.io/Certificate", certificate()),
          Map.entry("certmanager.k8s.io/Certificate", certificate()),
          Map.entry(
              "bitnami.com/SealedSecret",
              truth("Synced", "Waiting for Sealed Secret to be decrypted")),
          Map.entry(
              "external-secrets.io/ClusterExternalSecret", CustomKinds::clusterExternalSecret));

  private static final Map<String, HealthRule> CLUSTERS =
      Map.ofEntries(
          Map.entry("cluster.x-k8s.io/Cluster", ClusterApiRules::cluster),
          Map.entry("cluster.x-k8s.io/Machine", ClusterApiRules::machine),
          Map.entry("cluster.x-k8s.io/MachineDeployment", ClusterApiRules::machineDeployment),
          Map.entry("cluster.x-k8s.io/MachineHealthCheck", ClusterApiRules::machineHealthCheck),
          Map.entry("serving.knative.dev/Service", KnativeRules::service),
          Map.entry("keda.sh/ScaledObject", ScalerRules.OBJECT),
          Map.entry("keda.sh/ScaledJob", ScalerRules.JOB));

  private CustomKinds() {}

  static Optional<HealthRule> rule(String group, String kind) {
    String key = group + "/" + kind;
    return Optional.ofNullable(ARGO.get(key))
        .or(() -> Optional.ofNullable(CORE.get(key)))
        .or(() -> Optional.ofNullable(CERTIFICATES_AND_SECRETS.get(key)))
        .or(() -> Optional.ofNullable(CLUSTERS.get(key)))
        .or(() -> FluxRules.rule(group))
        .or(() -> GatewayRules.rule(key))
        .or(() -> ReadyKinds.rule(key))
        .or(() -> family(group));
  }

  private static Optional<HealthRule> family(String group) {
    if (group.equals("pkg.crossplane.io")) {
      return Optional.of(CrossplaneRules::installed);
    }
    if (group.endsWith(".crossplane.io") || group.endsWith(".upbound.io")) {
      return Optional.of(CrossplaneRules::judge);
    }
    return group.endsWith(".services.k8s.aws")
        ? Optional.of(
            ConditionRule.of(
                "Waiting for resource to be ready",
                degraded("ACK.Terminal", "True"),
                progressing("Ready", "False"),
                healthy("Ready", "True")))
        : Optional.empty();
  }

  /** Its conditions are a history: the last one counts. */
  private static Health clusterExternalSecret(KubeObject live) {
    List<Condition> conditions = Fields.conditions(live);
    Condition last = conditions.isEmpty() ? null : conditions.getLast();
    if (last == null || !last.status().equals("True")) {
      return Health.progressing("Waiting for ClusterExternalSecret");
    }
    return switch (last.type()) {
      case "Ready" -> Health.healthy(last.message());
      case "PartiallyReady", "NotReady" -> Health.degraded(last.message());
      default -> Health.progressing("Waiting for ClusterExternalSecret");
    };
  }

  private static HealthRule certificate() {
    return ConditionRule.of(
        "Waiting for certificate",
        progressing("Issuing", "True"),
        degraded("Ready", "False"),
        healthy("Ready", "True"));
  }

  private static HealthRule applicationSet() {
    return ConditionRule.of(
        "Waiting for the status to be reported",
        degraded("ErrorOccurred", "True"),
        degraded("ResourcesUpToDate", "False"),
        progressing("RolloutProgressing", "True"),
        healthy("ResourcesUpToDate", "True"));
  }

  private static HealthRule analysisRun() {
    Health running = Health.progressing("Analysis run is running");
    return new PhaseRule(
        Map.of(
            "Pending", running,
            "Running", running,
            "Successful", Health.healthy("Analysis run completed successfully"),
            "Failed", Health.degraded("Analysis run failed"),
            "Error", Health.degraded("Analysis run had an error"),
            "Inconclusive", Health.unknown("Analysis run was inconclusive")),
        "Waiting for analysis run to finish: status has not been reconciled.");
  }

  private static HealthRule experiment() {
    return new PhaseRule(
        Map.of(
            "Pending", Health.progressing("Experiment is pending"),
            "Running", Health.progressing("Experiment is running"),
            "Successful", Health.healthy("Experiment is successful"),
            "Failed", Health.degraded("Experiment has failed"),
            "Error", Health.degraded("Experiment had an error")),
        "Waiting for experiment to finish: status has not been reconciled.");
  }
}
