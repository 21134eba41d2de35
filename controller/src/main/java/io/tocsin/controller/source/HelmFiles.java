package io.tocsin.controller.source;

import io.tocsin.controller.helm.chart.FileTree;
import java.util.List;
import java.util.Optional;

/** A tree of files, as charts are read from one. */
record HelmFiles(io.tocsin.controller.tree.FileTree tree) implements FileTree {
  @Override
  public List<String> files(String directory) {
    return tree.isFolder(directory) ? tree.walk(directory) : List.of();
  }

  @Override
  public Optional<byte[]> read(String path) {
    return tree.isFile(path) ? Optional.of(tree.read(path)) : Optional.empty();
  }
}
