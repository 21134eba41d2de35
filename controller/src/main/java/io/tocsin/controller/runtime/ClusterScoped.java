package io.tocsin.controller.runtime;

import java.util.Set;
import java.util.stream.Stream;

/** Kinds of Kubernetes itself that stand in no namespace; all others are taken to stand in one. */
public final class ClusterScoped {
  private static final Set<String> KINDS =
      Set.of(
          "/Namespace",
          "/Node",
          "/PersistentVolume",
          "/ComponentStatus",
          "admissionregistration.k8s.io/MutatingAdmissionPolicy",
          "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
          "admissionregistration.k8s.io/MutatingWebhookConfiguration",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
          "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
          "apiextensions.k8s.io/CustomResourceDefinition",
          "apiregistration.k8s.io/APIService",
          "authentication.k8s.io/SelfSubjectReview",
          "authentication.k8s.io/TokenReview",
          "authorization.k8s.io/SelfSubjectAccessReview",
          "authorization.k8s.io/SelfSubjectRulesReview",
          "authorization.k8s.io/SubjectAccessReview",
          "certificates.k8s.io/CertificateSigningRequest",
          "certificates.k8s.io/ClusterTrustBundle",
          "flowcontrol.apiserver.k8s.io/FlowSchema",
          "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
          "networking.k8s.io/IPAddress",
          "networking.k8s.io/IngressClass",
          "networking.k8s.io/ServiceCIDR",
          "node.k8s.io/RuntimeClass",
          "policy/PodSecurityPolicy",
          "rbac.authorization.k8s.io/ClusterRole",
          "rbac.authorization.k8s.io/ClusterRoleBinding",
          "resource.k8s.io/DeviceClass",
          "resource.k8s.io/ResourceSlice",
          "scheduling.k8s.io/PriorityClass",
          "storage.k8s.io/CSIDriver",
          "storage.k8s.io/CSINode",
          "storage.k8s.io/StorageClass",
          "storage.k8s.io/VolumeAttachment",
          "storage.k8s.io/VolumeAttributesClass");

  private ClusterScoped() {}

  public static boolean contains(String group, String kind) {
    return KINDS.contains(group + "/" + kind);
  }

  /** The kinds of a group. */
  public static Stream<String> kinds(String group) {
    String prefix = group + "/";
    return KINDS.stream()
        .filter(kind -> kind.startsWith(prefix))
        .map(kind -> kind.substring(prefix.length()));
  }
}
