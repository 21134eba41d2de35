package io.tocsin.controller.helm;

import io.tocsin.controller.helm.chart.FileTree;
import java.net.URI;

/** Where a file of values is. */
sealed interface ValueFile {
  /** As messages and comparisons have it. */
  String name();

  /**
   * A file in a repository.
   *
   * @param source the name of the other source, or empty
   */
  record Local(String source, FileTree tree, String path) implements ValueFile {
    @Override
    public String name() {
      return source.isEmpty() ? path : source + "/" + path;
    }
  }

  record Remote(URI url) implements ValueFile {
    @Override
    public String name() {
      return url.toString();
    }
  }
}
