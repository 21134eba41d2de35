package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/**
 * A kind of object as the API serves it.
 *
 * @param group empty for the core group
 * @param plural the name in paths
 */
public record ResourceKind(
    String group, String version, String kind, String plural, boolean namespaced) {
  public static final ResourceKind APPLICATION =
      new ResourceKind("argoproj.io", "v1alpha1", "Application", "applications", true);
  public static final ResourceKind APP_PROJECT =
      new ResourceKind("argoproj.io", "v1alpha1", "AppProject", "appprojects", true);
  public static final ResourceKind CONFIG_MAP =
      new ResourceKind("", "v1", "ConfigMap", "configmaps", true);
  public static final ResourceKind SECRET = new ResourceKind("", "v1", "Secret", "secrets", true);

  /** The plural and the group, as CustomResourceDefinitions are named. */
  public String resource() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** The same, as the client names it. */
  public ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion(version)
        .withKind(kind)
        .withPlural(plural)
        .withNamespaced(namespaced)
        .build();
  }
}
