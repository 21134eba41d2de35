package io.tocsin.notifier.translate.kubewatch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind that kubewatch knows by name.
 *
 * @param key its name below {@code resource}, as kubewatch reads it
 * @param others names that people write for it, kubewatch's own documents among them; kubewatch
 *     ignores them
 * @param old what kubewatch's messages called it until 2021
 * @param namespaced whether its objects are in namespaces
 */
record Kind(
    String key, List<String> others, String group, String kind, String old, boolean namespaced) {
  static final String EVENT = "event";
  static final String CORE_EVENT = "coreevent";
  static final String POD = "pod";
  static final String JOB = "job";
  static final String NODE = "node";

  /** All have this version. */
  static final String VERSION = "v1";

  private static final String CORE = "";
  private static final String APPS = "apps";
  private static final String RBAC = "rbac.authorization.k8s.io";

  /** In the order of kubewatch's documentation. */
  static final List<Kind> ALL =
      List.of(
          new Kind("deployment", List.of("deploy"), APPS, "Deployment", "deployment", true),
          new Kind(
              "replicationcontroller",
              List.of("rc"),
              CORE,
              "ReplicationController",
              "replication controller",
              true),
          new Kind("replicaset", List.of("rs"), APPS, "ReplicaSet", "replica set", true),
          new Kind("daemonset", List.of("ds"), APPS, "DaemonSet", "daemon set", true),
          new Kind("statefulset", List.of("sts"), APPS, "StatefulSet", "StatefulSet", true),
          new Kind("services", List.of("svc", "service"), CORE, "Service", "service", true),
          new Kind(POD, List.of("po", "pods"), CORE, "Pod", "pod", true),
          new Kind(JOB, List.of("jobs"), "batch", "Job", "job", true),
          new Kind(NODE, List.of("no", "nodes"), CORE, "Node", "node", false),
          new Kind("clusterrole", List.of(), RBAC, "ClusterRole", "cluster role", false),
          new Kind(
              "clusterrolebinding",
              List.of(),
              RBAC,
              "ClusterRoleBinding",
              "ClusterRoleBinding",
              false),
          new Kind(
              "serviceaccount", List.of("sa"), CORE, "ServiceAccount", "service account", true),
          new Kind(
              "persistentvolume",
              List.of("pv"),
              CORE,
              "PersistentVolume",
              "persistent volume",
              false),
          new Kind("namespace", List.of("ns"), CORE, "Namespace", "namespace", false),
          new Kind("secret", List.of("secrets"), CORE, "Secret", "secret", true),
          new Kind("configmap", List.of("cm"), CORE, "ConfigMap", "configmap", true),
          new Kind("ingress", List.of("ing"), "networking.k8s.io", "Ingress", "ingress", true),
          new Kind(
              "hpa",
              List.of("horizontalpodautoscaler"),
              "autoscaling",
              "HorizontalPodAutoscaler",
              "HorizontalPodAutoscaler",
              true),
          new Kind(EVENT, List.of("events"), "events.k8s.io", "Event", "Event", true),
          new Kind(CORE_EVENT, List.of(), CORE, "Event", "Event", true));

  /** By any of its names, in upper or lower case. */
  static Optional<Kind> of(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(kind -> kind.key.equals(wanted) || kind.others.contains(wanted))
        .findFirst();
  }

  static Kind known(String key) {
    return of(key).orElseThrow();
  }

  static List<String> keys() {
    return ALL.stream().map(Kind::key).toList();
  }
}
