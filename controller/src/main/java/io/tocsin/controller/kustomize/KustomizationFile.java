package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A kustomization as its file has it, all of whose fields can be followed.
 *
 * @param folder in which it is
 */
record KustomizationFile(String folder, Fields fields) {
  private static final Set<String> FOLLOWED =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "namePrefix",
          "nameSuffix",
          "namespace",
          "commonLabels",
          "labels",
          "commonAnnotations",
          "patchesStrategicMerge",
          "patchesJson6902",
          "patches",
          "images",
          "imageTags",
          "replicas",
          "resources",
          "bases",
          "components",
          "configMapGenerator",
          "secretGenerator",
          "generatorOptions",
          "sortOptions");
  private static final Set<String> OTHERS =
      Set.of(
          "openapi",
          "replacements",
          "vars",
          "crds",
          "helmGlobals",
          "helmCharts",
          "helmChartInflationGenerator",
          "configurations",
          "generators",
          "transformers",
          "validators",
          "buildMetadata");

  static KustomizationFile read(FileTree tree, String folder) {
    String file =
        Places.kustomization(tree, folder)
            .orElseThrow(
                () ->
                    new SourceException(
                        "there is no kustomization in %s".formatted(TreePath.show(folder))));
    return new KustomizationFile(
        folder, new Fields(file, Documents.mapping(file, tree.text(file))));
  }

  /**
   * @throws SourceException naming what cannot be followed
   */
  KustomizationFile checked() {
    if (fields.values().keySet().stream()
        .allMatch(name -> Set.of("apiVersion", "kind", "metadata").contains(name))) {
      throw fields.error("it is empty");
    }
    for (String name : fields.values().keySet()) {
      if (OTHERS.contains(name) && fields.has(name)) {
        throw fields.error("\"%s\" is not supported without the kustomize binary".formatted(name));
      }
      if (!FOLLOWED.contains(name) && !OTHERS.contains(name)) {
        throw fields.error("unknown field \"%s\"".formatted(name));
      }
    }
    return this;
  }

  boolean isComponent() {
    return fields.text("kind").equals("Component");
  }

  List<String> resources() {
    List<String> all = new ArrayList<>(fields.texts("resources"));
    all.addAll(fields.texts("bases"));
    return all;
  }
}
