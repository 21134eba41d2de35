package io.tocsin.notifier.deploy;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.helm.DependencySource;
import io.tocsin.controller.helm.Helm;
import io.tocsin.controller.helm.HelmRequest;
import io.tocsin.controller.helm.RepositoryFiles;
import io.tocsin.controller.helm.SourceFiles;
import io.tocsin.controller.kustomize.Kustomizations;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.tree.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The objects that deploy/ makes, by our own engines. */
public final class Deploy {
  public static final String NAMESPACE = "argocd";
  public static final List<String> OVERLAYS =
      List.of("namespaced", "cluster", "ha", "with-core", "monitored", "all");

  static final Path FOLDER = Path.of("../deploy");

  private static final FileTree TREE = new FolderTree(FOLDER);

  private Deploy() {}

  /** Those of an overlay. */
  public static List<KubeObject> overlay(String name) {
    return kustomization("overlays/" + name);
  }

  /** Those of a folder, with further components. */
  static List<KubeObject> kustomization(String folder, String... components) {
    Source source =
        Source.of(
            Map.of("repoURL", "none", "kustomize", Map.of("components", List.of(components))));
    return new Kustomizations(Optional.empty())
        .build(TREE, folder, source.kustomize(), UnaryOperator.identity());
  }

  /** Those of the chart. */
  static List<KubeObject> chart(Map<String, Object> values) {
    Source source = Source.of(Map.of("repoURL", "none", "helm", Map.of("valuesObject", values)));
    return new Helm(DependencySource.NONE)
        .render(
            new HelmRequest(source, "tocsin", NAMESPACE),
            new SourceFiles(new RepositoryFiles(TREE), "chart"));
  }

  /** Their contents, so that a difference is shown by object. */
  static Map<String, Object> byKey(List<KubeObject> objects) {
    Map<String, Object> contents = new TreeMap<>();
    objects.forEach(each -> contents.put(ResourceKey.of(each).toString(), each.content()));
    return contents;
  }
}
