package io.tocsin.controller.source;

import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges into a source what its folder's {@code .argocd-source.yaml} and {@code
 * .argocd-source-<application>.yaml} say (JSON merge patch), all but where the source is.
 */
final class SourceOverrides {
  private static final List<String> PLACE = List.of("repoURL", "path", "targetRevision", "chart");

  private SourceOverrides() {}

  /**
   * @throws SourceException naming the file that cannot be merged
   */
  static Source apply(Source source, FileTree tree, String path, String application) {
    List<String> files =
        List.of(
            TreePath.join(path, ".argocd-source.yaml"),
            TreePath.join(path, ".argocd-source-%s.yaml".formatted(application)));
    Source merged = source;
    for (String file : files) {
      if (tree.isFile(file)) {
        merged = merge(merged, source, file, tree.text(file));
      }
    }
    return merged;
  }

  private static Source merge(Source source, Source original, String file, String text) {
    Map<String, Object> content = merge(source.content(), Documents.mapping(file, text));
    for (String field : PLACE) {
      content.remove(field);
      if (original.content().containsKey(field)) {
        content.put(field, original.content().get(field));
      }
    }
    try {
      return Source.of(content);
    } catch (InvalidSpecException e) {
      throw new SourceException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Map<String, Object> merge(Map<?, ?> target, Map<?, ?> patch) {
    Map<String, Object> merged = new LinkedHashMap<>();
    target.forEach((name, value) -> merged.put((String) name, value));
    patch.forEach(
        (key, value) -> {
          String name = (String) key;
          switch (value) {
            case null -> merged.remove(name);
            case Map<?, ?> map ->
                merged.put(
                    name, merge(merged.get(name) instanceof Map<?, ?> old ? old : Map.of(), map));
            default -> merged.put(name, value);
          }
        });
    return merged;
  }
}
