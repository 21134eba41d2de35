package io.tocsin.controller.kustomize;

import io.tocsin.controller.application.KustomizeOptions;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Builds kustomizations: by the program where it is given, else by what is known here. Safe for
 * many threads.
 */
public record Kustomizations(Optional<KustomizeBinary> program) {
  /** With the program that is on the path, if there is one. */
  public static Kustomizations onPath() {
    return new Kustomizations(KustomizeBinary.onPath(System.getenv().getOrDefault("PATH", "")));
  }

  /**
   * The objects of a folder's kustomization, in its order.
   *
   * @param options of the application, put on top
   * @param substitute fills the build environment in the options' values
   * @throws SourceException naming file and field of what cannot be built
   */
  public List<KubeObject> build(
      FileTree tree,
      String folder,
      Optional<KustomizeOptions> options,
      UnaryOperator<String> substitute) {
    UnaryOperator<Map<String, Object>> edit =
        options
            .<UnaryOperator<Map<String, Object>>>map(
                set -> new KustomizeEdits(tree, folder, set, substitute)::apply)
            .orElse(UnaryOperator.identity());
    return program.isPresent()
        ? objects(program.get().run(tree, folder, edit))
        : new KustomizeBuild(tree).run(folder, edit);
  }

  private static List<KubeObject> objects(String yaml) {
    return Documents.yaml("kustomize's output", yaml).stream()
        .flatMap(document -> Documents.asMapping(document).stream())
        .map(KubeObject::new)
        .toList();
  }
}
