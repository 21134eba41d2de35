package io.tocsin.controller.helm.render;

import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The order in which Helm installs kinds; those it does not know come last, by name. */
final class InstallOrder {
  private static final String HOOK = "helm.sh/hook";
  private static final Set<String> TESTS = Set.of("test", "test-success");
  private static final Set<String> EVENTS =
      Set.of(
          "pre-install",
          "post-install",
          "pre-delete",
          "post-delete",
          "pre-upgrade",
          "post-upgrade",
          "pre-rollback",
          "post-rollback",
          "test",
          "test-success");

  private static final List<String> KINDS =
      List.of(
          "PriorityClass",
          "Namespace",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "PodSecurityPolicy",
          "PodDisruptionBudget",
          "ServiceAccount",
          "Secret",
          "SecretList",
          "ConfigMap",
          "StorageClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleList",
          "ClusterRoleBinding",
          "ClusterRoleBindingList",
          "Role",
          "RoleList",
          "RoleBinding",
          "RoleBindingList",
          "Service",
          "DaemonSet",
          "Pod",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "Job",
          "CronJob",
          "IngressClass",
          "Ingress",
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration");

  private static final Map<String, Integer> POSITIONS = positions();

  private static final Comparator<KubeObject> BY_KIND =
      Comparator.<KubeObject>comparingInt(o -> POSITIONS.getOrDefault(o.kind(), KINDS.size()))
          .thenComparing(o -> POSITIONS.containsKey(o.kind()) ? "" : o.kind());

  private InstallOrder() {}

  /**
   * Objects that are no hooks, then hooks; a hook for an event that Helm does not know is no more.
   */
  static List<KubeObject> sorted(List<KubeObject> objects, boolean skipTests) {
    List<KubeObject> plain = new ArrayList<>();
    List<KubeObject> hooks = new ArrayList<>();
    for (KubeObject object : objects) {
      if (!isHook(object)) {
        plain.add(object);
      } else if (EVENTS.containsAll(events(object)) && !(skipTests && isTest(object))) {
        hooks.add(object);
      }
    }
    plain.sort(BY_KIND);
    hooks.sort(BY_KIND);
    return Stream.concat(plain.stream(), hooks.stream()).toList();
  }

  private static boolean isHook(KubeObject object) {
    return object.annotations().containsKey(HOOK);
  }

  private static boolean isTest(KubeObject object) {
    return events(object).stream().anyMatch(TESTS::contains);
  }

  private static List<String> events(KubeObject object) {
    return Stream.of(String.valueOf(object.at("metadata", "annotations", HOOK)).split(","))
        .map(event -> event.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Map<String, Integer> positions() {
    Map<String, Integer> positions = new HashMap<>();
    KINDS.forEach(kind -> positions.put(kind, positions.size()));
    return Map.copyOf(positions);
  }
}
