package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The order of a sync: phase, wave, kind, name; and what others need before them, that is
 * Namespaces and CustomResourceDefinitions.
 */
final class TaskOrder {
  /** Kinds that others build on, in the order of Helm's installations; others come last. */
  private static final List<String> KINDS =
      List.of(
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
          "APIService");

  private static final Comparator<SyncTask> ORDER =
      Comparator.comparing(SyncTask::phase)
          .thenComparingInt(SyncTask::wave)
          .thenComparingInt(task -> kindOrder(task.object().kind()))
          .thenComparing(task -> task.object().name())
          .thenComparing(task -> task.object().namespace());

  private TaskOrder() {}

  static List<SyncTask> sorted(List<SyncTask> tasks) {
    List<SyncTask> sorted = new ArrayList<>(tasks);
    sorted.sort(ORDER);
    moveUp(sorted, TaskOrder::namespace, object -> object.namespace());
    moveUp(sorted, TaskOrder::defined, object -> object.group() + "/" + object.kind());
    return List.copyOf(sorted);
  }

  private static int kindOrder(String kind) {
    int at = KINDS.indexOf(kind);
    return at < 0 ? KINDS.size() : at;
  }

  private static Optional<String> namespace(KubeObject object) {
    boolean namespace = object.kind().equals("Namespace") && object.group().isEmpty();
    return namespace ? Optional.of(object.name()) : Optional.empty();
  }

  /** The group and kind that a definition defines. */
  static Optional<String> defined(KubeObject object) {
    if (!isDefinition(object)) {
      return Optional.empty();
    }
    return object
        .text("spec", "group")
        .flatMap(group -> object.text("spec", "names", "kind").map(kind -> group + "/" + kind));
  }

  static boolean isDefinition(KubeObject object) {
    return object.kind().equals("CustomResourceDefinition")
        && object.group().equals("apiextensions.k8s.io");
  }

  /** Puts what others need before the first of them, into its phase and wave. */
  private static void moveUp(
      List<SyncTask> tasks,
      Function<KubeObject, Optional<String>> provided,
      Function<KubeObject, String> needed) {
    Map<String, Integer> firstUse = new HashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      SyncTask task = tasks.get(i);
      if (task.target().isEmpty()) {
        continue;
      }
      Optional<String> key = provided.apply(task.object());
      Integer first = key.map(firstUse::get).orElse(null);
      if (first != null) {
        SyncTask user = tasks.get(first);
        tasks.remove(i);
        tasks.add(first, task.withPhase(user.phase()).withWave(user.wave()));
        firstUse.replaceAll((name, index) -> index >= first ? index + 1 : index);
      } else if (key.isEmpty()) {
        firstUse.putIfAbsent(needed.apply(task.object()), i);
      }
    }
  }
}
