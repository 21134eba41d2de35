package io.tocsin.embedded.kinds;

import io.tocsin.embedded.kinds.ResourceType.NameRule;
import io.tocsin.embedded.kinds.ResourceType.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds that are there from the start, with the traits of the real API server. */
final class BuiltIns {
  static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

  private static final Set<String> STATUS = Set.of("status");
  private static final Set<String> SCALE = Set.of("status", "scale");
  private static final Rules PLAIN = new Rules(false, true, NameRule.SUBDOMAIN);
  private static final Rules COUNTED = new Rules(true, true, NameRule.SUBDOMAIN);
  private static final Rules VERSIONED = new Rules(false, false, NameRule.SUBDOMAIN);
  private static final Rules LABEL = new Rules(false, true, NameRule.LABEL);
  private static final Rules PATH = new Rules(false, true, NameRule.PATH_SEGMENT);

  /** Fields of {@code events.k8s.io/v1} and what they are called in {@code v1}. */
  private static final Map<String, String> EVENT_RENAMES =
      Map.of(
          "regarding", "involvedObject",
          "note", "message",
          "deprecatedSource", "source",
          "deprecatedFirstTimestamp", "firstTimestamp",
          "deprecatedLastTimestamp", "lastTimestamp",
          "deprecatedCount", "count",
          "reportingController", "reportingComponent");

  private static final Set<String> EVENT_FIELDS =
      Set.of(
          "involvedObject.kind",
          "involvedObject.namespace",
          "involvedObject.name",
          "involvedObject.uid",
          "involvedObject.apiVersion",
          "involvedObject.resourceVersion",
          "involvedObject.fieldPath",
          "reason",
          "source",
          "type");

  private static final Set<String> POD_FIELDS =
      Set.of(
          "spec.nodeName",
          "spec.restartPolicy",
          "spec.schedulerName",
          "spec.serviceAccountName",
          "status.phase",
          "status.podIP",
          "status.nominatedNodeName");

  private BuiltIns() {}

  static List<ResourceType> all() {
    return List.of(
        core("ConfigMap", "configmaps", PLAIN, Set.of(), Set.of(), "cm"),
        core("Endpoints", "endpoints", PLAIN, Set.of(), Set.of(), "ep"),
        core("Event", "events", PLAIN, Set.of(), EVENT_FIELDS, "ev"),
        core("PersistentVolumeClaim", "persistentvolumeclaims", PLAIN, STATUS, Set.of(), "pvc"),
        core("Pod", "pods", PLAIN, STATUS, POD_FIELDS, "po"),
        core("Secret", "secrets", PLAIN, Set.of(), Set.of("type")),
        core("Service", "services", LABEL, STATUS, Set.of(), "svc"),
        core("ServiceAccount", "serviceaccounts", PLAIN, Set.of(), Set.of(), "sa"),
        cluster("", "Namespace", "namespaces", LABEL, STATUS, Set.of("status.phase"), "ns"),
        cluster("", "Node", "nodes", PLAIN, STATUS, Set.of("spec.unschedulable"), "no"),
        grouped("apps/v1", "DaemonSet", "daemonsets", COUNTED, STATUS, "ds"),
        grouped("apps/v1", "Deployment", "deployments", COUNTED, SCALE, "deploy"),
        grouped("apps/v1", "ReplicaSet", "replicasets", COUNTED, SCALE, "rs"),
        grouped("apps/v1", "StatefulSet", "statefulsets", COUNTED, SCALE, "sts"),
        grouped("batch/v1", "CronJob", "cronjobs", PLAIN, STATUS, "cj"),
        grouped("batch/v1", "Job", "jobs", PLAIN, STATUS),
        grouped(
            "autoscaling/v2",
            "HorizontalPodAutoscaler",
            "horizontalpodautoscalers",
            PLAIN,
            STATUS,
            "hpa"),
        grouped("coordination.k8s.io/v1", "Lease", "leases", VERSIONED, Set.of()),
        events(),
        grouped("networking.k8s.io/v1", "Ingress", "ingresses", COUNTED, STATUS, "ing"),
        grouped(
            "networking.k8s.io/v1",
            "NetworkPolicy",
            "networkpolicies",
            COUNTED,
            Set.of(),
            "netpol"),
        grouped(
            "policy/v1",
            "PodDisruptionBudget",
            "poddisruptionbudgets",
            new Rules(true, false, NameRule.SUBDOMAIN),
            STATUS,
            "pdb"),
        grouped("rbac.authorization.k8s.io/v1", "Role", "roles", PATH, Set.of()),
        grouped("rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings", PATH, Set.of()),
        cluster(
            "rbac.authorization.k8s.io", "ClusterRole", "clusterroles", PATH, Set.of(), Set.of()),
        cluster(
            "rbac.authorization.k8s.io",
            "ClusterRoleBinding",
            "clusterrolebindings",
            PATH,
            Set.of(),
            Set.of()),
        cluster(
            "apiextensions.k8s.io",
            "CustomResourceDefinition",
            "customresourcedefinitions",
            new Rules(true, false, NameRule.SUBDOMAIN),
            STATUS,
            Set.of(),
            "crd",
            "crds"));
  }

  private static ResourceType events() {
    return new ResourceType(
        "events.k8s.io",
        "v1",
        Names.builtIn("Event", "events", "ev"),
        true,
        Set.of(),
        Set.of("reason", "type"),
        PLAIN,
        new Storage("events", "v1", EVENT_RENAMES),
        Optional.empty());
  }

  private static ResourceType core(
      String kind,
      String plural,
      Rules rules,
      Set<String> subresources,
      Set<String> fields,
      String... shortNames) {
    Names names = Names.builtIn(kind, plural, shortNames);
    return type("", "v1", names, true, subresources, fields, rules);
  }

  private static ResourceType grouped(
      String apiVersion,
      String kind,
      String plural,
      Rules rules,
      Set<String> subresources,
      String... shortNames) {
    String[] parts = apiVersion.split("/", 2);
    Names names = Names.builtIn(kind, plural, shortNames);
    return type(parts[0], parts[1], names, true, subresources, Set.of(), rules);
  }

  private static ResourceType cluster(
      String group,
      String kind,
      String plural,
      Rules rules,
      Set<String> subresources,
      Set<String> fields,
      String... shortNames) {
    Names names = Names.builtIn(kind, plural, shortNames);
    return type(group, "v1", names, false, subresources, fields, rules);
  }

  private static ResourceType type(
      String group,
      String version,
      Names names,
      boolean namespaced,
      Set<String> subresources,
      Set<String> fields,
      Rules rules) {
    String resource = group.isEmpty() ? names.plural() : names.plural() + "." + group;
    String apiVersion = group.isEmpty() ? version : group + "/" + version;
    return new ResourceType(
        group,
        version,
        names,
        namespaced,
        subresources,
        fields,
        rules,
        new Storage(resource, apiVersion, Map.of()),
        Optional.empty());
  }
}
