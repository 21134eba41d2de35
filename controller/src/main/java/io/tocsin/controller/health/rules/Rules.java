package io.tocsin.controller.health.rules;

import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.health.HealthRule;
import java.util.Map;
import java.util.Optional;

/** The rules by kind. */
public final class Rules {
  private static final Map<String, HealthRule> BUILT_IN =
      Map.ofEntries(
          Map.entry("apps/Deployment", Workloads::deployment),
          Map.entry("apps/ReplicaSet", Workloads::replicaSet),
          Map.entry("apps/DaemonSet", Workloads::daemonSet),
          Map.entry("apps/StatefulSet", StatefulSets::judge),
          Map.entry("Pod", Pods::judge),
          Map.entry("batch/Job", Jobs::judge),
          Map.entry("autoscaling/HorizontalPodAutoscaler", Autoscalers::judge),
          Map.entry("Service", CoreRules::service),
          Map.entry("networking.k8s.io/Ingress", CoreRules::ingress),
          Map.entry("extensions/Ingress", CoreRules::ingress),
          Map.entry("PersistentVolumeClaim", CoreRules::claim),
          Map.entry("apiregistration.k8s.io/APIService", CoreRules::apiService),
          Map.entry("argoproj.io/Workflow", CoreRules::workflow));

  private Rules() {}

  /** The rule for a kind, if there is one; a kind without is neither well nor unwell. */
  public static Optional<HealthRule> of(String group, String kind) {
    String key = ResourceCustomizations.key(group, kind);
    return Optional.ofNullable(BUILT_IN.get(key)).or(() -> CustomKinds.rule(group, kind));
  }
}
