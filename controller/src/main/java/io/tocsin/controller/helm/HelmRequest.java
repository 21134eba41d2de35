package io.tocsin.controller.helm;

import io.tocsin.controller.application.HelmOptions;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.render.Capabilities;
import io.tocsin.controller.helm.render.KubeVersion;
import io.tocsin.controller.helm.render.Release;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to render for an Application.
 *
 * @param application its name, without its namespace
 * @param namespace of the destination
 * @param kubeVersion of the cluster; empty when it is not known
 * @param apiVersions of the cluster, such as {@code apps/v1} and {@code apps/v1/Deployment}
 */
public record HelmRequest(
    HelmOptions options,
    String application,
    String namespace,
    String kubeVersion,
    List<String> apiVersions,
    BuildEnvironment environment) {
  private static final HelmOptions NONE = Source.of(Map.of("helm", Map.of())).helm().orElseThrow();
  private static final Set<String> HELM_VERSIONS = Set.of("", "v3", "v4");
  private static final int LONGEST_NAME = 53;
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  /**
   * @throws HelmException when the version of Helm is one that Argo CD refuses
   */
  public HelmRequest {
    if (!HELM_VERSIONS.contains(options.version())) {
      throw new HelmException(
          "source.helm.version %s is not supported, v3 and v4 are".formatted(options.version()));
    }
    apiVersions = List.copyOf(apiVersions);
  }

  /** For a cluster of which nothing is known. */
  public HelmRequest(Source source, String application, String namespace) {
    this(options(source), application, namespace, "", List.of(), BuildEnvironment.EMPTY);
  }

  /** What a source says of Helm, or what counts where it says nothing. */
  public static HelmOptions options(Source source) {
    return source.helm().orElse(NONE);
  }

  /**
   * @throws HelmException when the name is none that Helm takes
   */
  Release release() {
    String name = options.releaseName().isEmpty() ? application : options.releaseName();
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw new HelmException(
          "the release name \"%s\" is not one of at most %d small letters, digits, hyphens and dots"
              .formatted(name, LONGEST_NAME));
    }
    String target = options.namespace().isEmpty() ? namespace : options.namespace();
    return new Release(name, target.isEmpty() ? "default" : target);
  }

  Capabilities capabilities() {
    String version = options.kubeVersion().isEmpty() ? kubeVersion : options.kubeVersion();
    List<String> versions = options.apiVersions().isEmpty() ? apiVersions : options.apiVersions();
    return Capabilities.of(
        version.isEmpty() ? Capabilities.LATEST : KubeVersion.parse(version), versions);
  }
}
