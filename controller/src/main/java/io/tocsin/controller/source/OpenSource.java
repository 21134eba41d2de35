package io.tocsin.controller.source;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.git.RepositoryTree;
import io.tocsin.controller.helm.chart.FileTree;
import io.tocsin.controller.helm.registry.FetchedChart;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;

/**
 * A source whose files are there.
 *
 * @param source with what its folder overrides
 * @param tree of a repository; null for a chart of a Helm repository
 * @param files the same as charts are read
 * @param revision a commit, or a chart's version
 */
record OpenSource(
    Source source,
    SourceType type,
    RepositoryTree tree,
    FileTree files,
    String folder,
    String revision) {
  static OpenSource of(Source source, FetchedChart chart) {
    return new OpenSource(source, SourceType.HELM, null, chart.files(), "", chart.version());
  }

  /**
   * @throws SourceException where the folder is not there, or says what cannot be
   */
  static OpenSource of(Source source, RepositoryTree tree, String application) {
    String folder = TreePath.normalize(source.path());
    if (!tree.isFolder(folder)) {
      throw new SourceException("there is no folder %s in %s".formatted(source.path(), tree));
    }
    Source merged = SourceOverrides.apply(source, tree, folder, application);
    return new OpenSource(
        merged,
        SourceType.of(merged, tree, folder),
        tree,
        new HelmFiles(tree),
        folder,
        tree.commit());
  }
}
