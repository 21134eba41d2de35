package io.tocsin.controller.helm.render;

import io.tocsin.templates.functions.Dict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a cluster can do, as charts see it.
 *
 * @param apiVersions in the forms {@code apps/v1} and {@code apps/v1/Deployment}
 */
public record Capabilities(KubeVersion kubeVersion, List<String> apiVersions) {
  /** The version of Helm whose rules are followed, which is the one that Argo CD runs. */
  static final String HELM_VERSION = "v4.2.4";

  /** The groups and versions that Helm takes for given, whatever the cluster says. */
  private static final List<String> BUILT_IN =
      List.of(
          "v1",
          "admissionregistration.k8s.io/v1",
          "admissionregistration.k8s.io/v1alpha1",
          "admissionregistration.k8s.io/v1beta1",
          "apiextensions.k8s.io/v1",
          "apiextensions.k8s.io/v1beta1",
          "apps/v1",
          "apps/v1beta1",
          "apps/v1beta2",
          "authentication.k8s.io/v1",
          "authentication.k8s.io/v1alpha1",
          "authentication.k8s.io/v1beta1",
          "authorization.k8s.io/v1",
          "authorization.k8s.io/v1beta1",
          "autoscaling/v1",
          "autoscaling/v2",
          "batch/v1",
          "batch/v1beta1",
          "certificates.k8s.io/v1",
          "certificates.k8s.io/v1alpha1",
          "certificates.k8s.io/v1beta1",
          "coordination.k8s.io/v1",
          "coordination.k8s.io/v1alpha2",
          "coordination.k8s.io/v1beta1",
          "discovery.k8s.io/v1",
          "discovery.k8s.io/v1beta1",
          "events.k8s.io/v1",
          "events.k8s.io/v1beta1",
          "extensions/v1beta1",
          "flowcontrol.apiserver.k8s.io/v1",
          "flowcontrol.apiserver.k8s.io/v1beta1",
          "flowcontrol.apiserver.k8s.io/v1beta2",
          "flowcontrol.apiserver.k8s.io/v1beta3",
          "internal.apiserver.k8s.io/v1alpha1",
          "networking.k8s.io/v1",
          "networking.k8s.io/v1beta1",
          "node.k8s.io/v1",
          "node.k8s.io/v1alpha1",
          "node.k8s.io/v1beta1",
          "policy/v1",
          "policy/v1beta1",
          "rbac.authorization.k8s.io/v1",
          "rbac.authorization.k8s.io/v1alpha1",
          "rbac.authorization.k8s.io/v1beta1",
          "resource.k8s.io/v1",
          "resource.k8s.io/v1alpha3",
          "resource.k8s.io/v1beta1",
          "resource.k8s.io/v1beta2",
          "scheduling.k8s.io/v1",
          "scheduling.k8s.io/v1alpha1",
          "scheduling.k8s.io/v1beta1",
          "storage.k8s.io/v1",
          "storage.k8s.io/v1alpha1",
          "storage.k8s.io/v1beta1",
          "storagemigration.k8s.io/v1alpha1");

  /** The version taken where the cluster's is not known. */
  public static final KubeVersion LATEST = KubeVersion.parse("v1.34.0");

  public Capabilities {
    apiVersions = List.copyOf(apiVersions);
  }

  /**
   * The capabilities of a cluster.
   *
   * @param apiVersions beside those that Helm takes for given
   */
  public static Capabilities of(KubeVersion kubeVersion, Collection<String> apiVersions) {
    TreeSet<String> all = new TreeSet<>(BUILT_IN);
    all.addAll(apiVersions);
    return new Capabilities(kubeVersion, List.copyOf(all));
  }

  /** {@code .Capabilities}. */
  Map<String, Object> variable() {
    Dict helm = new Dict();
    helm.put("Version", HELM_VERSION);
    helm.put("GitCommit", "");
    helm.put("GitTreeState", "clean");
    helm.put("GoVersion", "go1.26");
    Dict capabilities = new Dict();
    capabilities.put("KubeVersion", kubeVersion);
    capabilities.put("APIVersions", new ApiVersions(apiVersions));
    capabilities.put("HelmVersion", helm);
    return capabilities;
  }
}
