package io.tocsin.controller.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where objects name other objects.
 *
 * @param group of what is named; empty for any
 * @param kind of what is named
 * @param fields in which it is named
 */
record References(String group, String kind, List<FieldSpec> fields) {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final List<String> CONFIG_MAPS =
      List.of(
          "volumes/configMap/name",
          "containers/env/valueFrom/configMapKeyRef/name",
          "initContainers/env/valueFrom/configMapKeyRef/name",
          "containers/envFrom/configMapRef/name",
          "initContainers/envFrom/configMapRef/name",
          "volumes/projected/sources/configMap/name");
  private static final List<String> SECRETS =
      List.of(
          "volumes/secret/secretName",
          "containers/env/valueFrom/secretKeyRef/name",
          "initContainers/env/valueFrom/secretKeyRef/name",
          "containers/envFrom/secretRef/name",
          "initContainers/envFrom/secretRef/name",
          "imagePullSecrets/name",
          "volumes/projected/sources/secret/name");
  private static final Set<String> WORKLOADS =
      Set.of(
          "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job", "ReplicationController");

  static final List<References> ALL =
      List.of(
          scaled("Deployment"),
          scaled("ReplicationController"),
          scaled("ReplicaSet"),
          scaled("StatefulSet"),
          configMaps(),
          secrets(),
          services(),
          new References(RBAC, "Role", List.of(rbac("RoleBinding", "roleRef/name"))),
          new References(
              RBAC,
              "ClusterRole",
              List.of(
                  rbac("RoleBinding", "roleRef/name"), rbac("ClusterRoleBinding", "roleRef/name"))),
          serviceAccounts(),
          new References(
              "",
              "PersistentVolumeClaim",
              pods(List.of("volumes/persistentVolumeClaim/claimName"))),
          new References(
              "",
              "PersistentVolume",
              List.of(
                  FieldSpec.optional("PersistentVolumeClaim", "spec/volumeName"),
                  FieldSpec.optional("ClusterRole", "rules/resourceNames"))),
          new References(
              "storage.k8s.io",
              "StorageClass",
              List.of(
                  FieldSpec.optional("PersistentVolume", "spec/storageClassName"),
                  FieldSpec.optional("PersistentVolumeClaim", "spec/storageClassName"),
                  FieldSpec.optional(
                      "StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName"))),
          new References("scheduling.k8s.io", "PriorityClass", pods(List.of("priorityClassName"))),
          new References(
              "networking.k8s.io",
              "IngressClass",
              List.of(FieldSpec.optional("Ingress", "spec/ingressClassName"))),
          new References(
              "admissionregistration.k8s.io",
              "ValidatingAdmissionPolicy",
              List.of(FieldSpec.optional("ValidatingAdmissionPolicyBinding", "spec/policyName"))));

  private static FieldSpec rbac(String kind, String path) {
    return FieldSpec.of(RBAC, kind, path, false);
  }

  private static References scaled(String kind) {
    return new References(
        "",
        kind,
        List.of(FieldSpec.optional("HorizontalPodAutoscaler", "spec/scaleTargetRef/name")));
  }

  private static References configMaps() {
    List<FieldSpec> fields = pods(CONFIG_MAPS);
    fields.add(FieldSpec.optional("Node", "spec/configSource/configMap"));
    fields.add(FieldSpec.optional("Role", "rules/resourceNames"));
    fields.add(FieldSpec.optional("ClusterRole", "rules/resourceNames"));
    fields.add(ingress("nginx.ingress.kubernetes.io\\/fastcgi-params-configmap"));
    return new References("", "ConfigMap", fields);
  }

  private static References secrets() {
    List<FieldSpec> fields = pods(SECRETS);
    fields.add(FieldSpec.optional("Ingress", "spec/tls/secretName"));
    fields.add(ingress("ingress.kubernetes.io\\/auth-secret"));
    fields.add(ingress("nginx.ingress.kubernetes.io\\/auth-secret"));
    fields.add(ingress("nginx.ingress.kubernetes.io\\/auth-tls-secret"));
    fields.add(FieldSpec.optional("ServiceAccount", "imagePullSecrets/name"));
    for (String name : List.of("secretName", "adminSecretName", "userSecretName", "secretRef")) {
      fields.add(FieldSpec.optional("StorageClass", "parameters/" + name));
    }
    fields.add(FieldSpec.optional("Role", "rules/resourceNames"));
    fields.add(FieldSpec.optional("ClusterRole", "rules/resourceNames"));
    fields.add(FieldSpec.optional("PersistentVolume", "spec/azureFile/secretName"));
    fields.add(
        FieldSpec.of(
            "serving.knative.dev",
            "Service",
            "spec/template/spec/containers/env/valueFrom/secretKeyRef/name",
            false));
    return new References("", "Secret", fields);
  }

  private static FieldSpec ingress(String annotation) {
    return FieldSpec.optional("Ingress", "metadata/annotations/" + annotation);
  }

  private static References services() {
    String webhooks = "admissionregistration.k8s.io";
    return new References(
        "",
        "Service",
        List.of(
            FieldSpec.of("apps", "StatefulSet", "spec/serviceName", false),
            FieldSpec.optional("Ingress", "spec/rules/http/paths/backend/serviceName"),
            FieldSpec.optional("Ingress", "spec/backend/serviceName"),
            FieldSpec.optional("Ingress", "spec/rules/http/paths/backend/service/name"),
            FieldSpec.optional("Ingress", "spec/defaultBackend/service/name"),
            FieldSpec.of("apiregistration.k8s.io", "APIService", "spec/service/name", false),
            FieldSpec.of(
                webhooks, "ValidatingWebhookConfiguration", "webhooks/clientConfig/service", false),
            FieldSpec.of(
                webhooks, "MutatingWebhookConfiguration", "webhooks/clientConfig/service", false)));
  }

  private static References serviceAccounts() {
    List<FieldSpec> fields = pods(List.of("serviceAccountName"));
    fields.add(rbac("RoleBinding", "subjects"));
    fields.add(rbac("ClusterRoleBinding", "subjects"));
    return new References("", "ServiceAccount", fields);
  }

  /** The fields of pods, wherever pods are described. */
  private static List<FieldSpec> pods(List<String> paths) {
    List<FieldSpec> fields = new ArrayList<>();
    for (String path : paths) {
      fields.add(FieldSpec.optional("Pod", "spec/" + path));
      fields.add(FieldSpec.optional("PodTemplate", "template/spec/" + path));
      fields.add(FieldSpec.optional("CronJob", "spec/jobTemplate/spec/template/spec/" + path));
      for (String kind : WORKLOADS) {
        fields.add(FieldSpec.optional(kind, "spec/template/spec/" + path));
      }
    }
    return fields;
  }

  boolean areTo(ObjectId id) {
    return id.kind().equals(kind) && (group.isEmpty() || group.equals(id.group()));
  }
}
