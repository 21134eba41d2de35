package io.tocsin.controller.source;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.ArrayList;
import java.util.List;

/** By what manifests are made. */
public enum SourceType {
  HELM("Helm"),
  KUSTOMIZE("Kustomize"),
  DIRECTORY("Directory");

  private static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final String text;

  SourceType(String text) {
    this.text = text;
  }

  /** As {@code status.sourceType} has it. */
  public String text() {
    return text;
  }

  /**
   * What the source says itself; else what the folder's files say: a {@code Chart.yaml}, a
   * kustomization, or neither.
   *
   * @throws SourceException for a source that says several things, and for a plugin's
   */
  static SourceType of(Source source, FileTree tree, String path) {
    List<SourceType> said = explicit(source);
    if (said.size() > 1) {
      throw new SourceException(
          "the source has options for %s and for %s, but can be one of them alone"
              .formatted(said.getFirst().text, said.get(1).text));
    }
    return said.isEmpty() ? detected(tree, path) : said.getFirst();
  }

  private static List<SourceType> explicit(Source source) {
    if (source.plugin()) {
      throw new SourceException("the source is a plugin's, and plugins are not run here");
    }
    List<SourceType> said = new ArrayList<>();
    source.helm().ifPresent(options -> said.add(HELM));
    source.kustomize().ifPresent(options -> said.add(KUSTOMIZE));
    source.directory().ifPresent(options -> said.add(DIRECTORY));
    return said;
  }

  private static SourceType detected(FileTree tree, String path) {
    boolean kustomize =
        KUSTOMIZATIONS.stream().anyMatch(name -> tree.isFile(TreePath.join(path, name)));
    if (kustomize) {
      return KUSTOMIZE;
    }
    return tree.isFile(TreePath.join(path, "Chart.yaml")) ? HELM : DIRECTORY;
  }
}
