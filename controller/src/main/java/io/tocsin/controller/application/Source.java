package io.tocsin.controller.application;

import java.util.Map;
import java.util.Optional;

/**
 * Where manifests come from. Texts that are not given are empty.
 *
 * @param chart a chart's name in a Helm repository or registry; then {@code path} is not used
 * @param ref the name by which other sources' {@code $ref/…} value files reach this one
 * @param content the whole of it, as it is written into status and history
 */
public record Source(
    String repoUrl,
    String path,
    String targetRevision,
    String chart,
    String ref,
    String name,
    Optional<HelmOptions> helm,
    Optional<KustomizeOptions> kustomize,
    Optional<DirectoryOptions> directory,
    boolean plugin,
    Map<String, Object> content) {
  static Source read(Fields fields) {
    return new Source(
        fields.text("repoURL"),
        fields.text("path"),
        fields.scalar("targetRevision"),
        fields.text("chart"),
        fields.text("ref"),
        fields.text("name"),
        fields.object("helm").map(HelmOptions::read),
        fields.object("kustomize").map(KustomizeOptions::read),
        fields.object("directory").map(DirectoryOptions::read),
        fields.has("plugin"),
        fields.content());
  }

  /**
   * Reads a source that stands alone, such as one with a repository's {@code .argocd-source.yaml}
   * merged into it.
   *
   * @throws InvalidSpecException when a field has the wrong type
   */
  public static Source of(Map<String, Object> content) {
    return read(Fields.of(content));
  }
}
