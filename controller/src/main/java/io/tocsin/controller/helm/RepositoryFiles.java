package io.tocsin.controller.helm;

import io.tocsin.controller.helm.chart.FileTree;
import java.util.List;
import java.util.Optional;

/**
 * The files of a repository at a revision.
 *
 * @param tree in which a link that leaves it is an error
 */
public record RepositoryFiles(io.tocsin.controller.tree.FileTree tree) implements FileTree {
  @Override
  public List<String> files(String directory) {
    return tree.isFolder(directory) ? tree.walk(directory) : List.of();
  }

  @Override
  public Optional<byte[]> read(String path) {
    return tree.isFile(path) ? Optional.of(tree.read(path)) : Optional.empty();
  }
}
