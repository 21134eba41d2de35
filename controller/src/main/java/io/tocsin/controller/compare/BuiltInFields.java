package io.tocsin.controller.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the API's own types do to fields, as far as it shows in a comparison: which values they
 * leave out, which they add.
 */
final class BuiltInFields {
  /** Maps that are left out when they are empty; other empty objects are kept. */
  private static final Set<String> EMPTY_MAPS =
      Set.of(
          "annotations",
          "binaryData",
          "data",
          "hard",
          "labels",
          "limits",
          "matchLabels",
          "nodeSelector",
          "overhead",
          "parameters",
          "requests",
          "selector",
          "stringData");

  /** Flags and texts that can be left unset, so that false and empty are kept. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "allocateLoadBalancerNodePorts",
          "allowPrivilegeEscalation",
          "automountServiceAccountToken",
          "blockOwnerDeletion",
          "controller",
          "enableServiceLinks",
          "hostUsers",
          "immutable",
          "ingressClassName",
          "optional",
          "privileged",
          "readOnlyRootFilesystem",
          "runAsNonRoot",
          "runtimeClassName",
          "setHostnameAsFQDN",
          "shareProcessNamespace",
          "storageClassName",
          "suspend");

  /** Numbers that cannot be left unset, so that zero is left out. */
  private static final Set<String> PLAIN_NUMBERS =
      Set.of(
          "containerPort",
          "healthCheckNodePort",
          "hostPort",
          "initialDelaySeconds",
          "minReadySeconds",
          "nodePort",
          "weight");

  /** What the API server adds to elements of lists that are applied as a whole, and to others. */
  private static final Map<String, List<Object>> DEFAULTS =
      Map.ofEntries(
          Map.entry("apiGroup", List.of("rbac.authorization.k8s.io", "")),
          Map.entry("apiVersion", List.of("v1")),
          Map.entry("backoffLimit", List.of(6L)),
          Map.entry("completionMode", List.of("NonIndexed")),
          Map.entry("completions", List.of(1L)),
          Map.entry("concurrencyPolicy", List.of("Allow")),
          Map.entry("defaultMode", List.of(420L)),
          Map.entry("divisor", List.of("0")),
          Map.entry("dnsPolicy", List.of("ClusterFirst")),
          Map.entry("enableServiceLinks", List.of(true)),
          Map.entry("expirationSeconds", List.of(3600L)),
          Map.entry("externalTrafficPolicy", List.of("Cluster")),
          Map.entry("failedJobsHistoryLimit", List.of(1L)),
          Map.entry("failurePolicy", List.of("Fail")),
          Map.entry("failureThreshold", List.of(3L)),
          Map.entry("fsType", List.of("ext4")),
          Map.entry("imagePullPolicy", List.of("IfNotPresent", "Always")),
          Map.entry("internalTrafficPolicy", List.of("Cluster")),
          Map.entry("ipFamilyPolicy", List.of("SingleStack")),
          Map.entry("matchPolicy", List.of("Equivalent")),
          Map.entry("maxSurge", List.of("25%")),
          Map.entry("maxUnavailable", List.of("25%")),
          Map.entry("mode", List.of(420L)),
          Map.entry("namespaceSelector", List.of(Map.of())),
          Map.entry("objectSelector", List.of(Map.of())),
          Map.entry("parallelism", List.of(1L)),
          Map.entry("path", List.of("/")),
          Map.entry("pathType", List.of("ImplementationSpecific")),
          Map.entry("periodSeconds", List.of(10L)),
          Map.entry("persistentVolumeReclaimPolicy", List.of("Retain")),
          Map.entry("podManagementPolicy", List.of("OrderedReady")),
          Map.entry("policyTypes", List.of(List.of("Ingress"))),
          Map.entry("port", List.of(443L)),
          Map.entry("progressDeadlineSeconds", List.of(600L)),
          Map.entry("protocol", List.of("TCP")),
          Map.entry("reinvocationPolicy", List.of("Never")),
          Map.entry("replicas", List.of(1L)),
          Map.entry("resources", List.of(Map.of())),
          Map.entry("restartPolicy", List.of("Always")),
          Map.entry("revisionHistoryLimit", List.of(10L)),
          Map.entry("schedulerName", List.of("default-scheduler")),
          Map.entry("scheme", List.of("HTTP")),
          Map.entry("scope", List.of("*")),
          Map.entry("securityContext", List.of(Map.of())),
          Map.entry("sessionAffinity", List.of("None")),
          Map.entry("successThreshold", List.of(1L)),
          Map.entry("successfulJobsHistoryLimit", List.of(3L)),
          Map.entry("suspend", List.of(false)),
          Map.entry("terminationGracePeriodSeconds", List.of(30L)),
          Map.entry("terminationMessagePath", List.of("/dev/termination-log")),
          Map.entry("terminationMessagePolicy", List.of("File")),
          Map.entry("timeoutSeconds", List.of(1L, 10L)),
          Map.entry("type", List.of("ClusterIP", "RollingUpdate", "Opaque")),
          Map.entry("volumeMode", List.of("Filesystem")));

  private BuiltInFields() {}

  /** Whether the API server leaves the field out when it has that value. */
  static boolean isLeftOut(String field, Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.isEmpty() && EMPTY_MAPS.contains(field);
      case List<?> list -> list.isEmpty();
      case String text -> text.isEmpty() && !OPTIONAL.contains(field);
      case Boolean truth -> !truth && !OPTIONAL.contains(field);
      case Number number -> number.doubleValue() == 0 && PLAIN_NUMBERS.contains(field);
      default -> false;
    };
  }

  /** Whether the value asks the API server to choose one. */
  static boolean isAllocated(String field, Object value) {
    return value instanceof Number number
        && number.doubleValue() == 0
        && (field.equals("nodePort") || field.equals("healthCheckNodePort"));
  }

  /** Whether the API server itself may have added the field with that value. */
  static boolean isDefault(String field, Object value) {
    return DEFAULTS.getOrDefault(field, List.of()).contains(value);
  }
}
