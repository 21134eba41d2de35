package io.tocsin.controller.helm.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files to read a chart and its values from, such as a Git checkout at a revision. All paths are
 * relative to its root, with slashes, without {@code .} and {@code ..}; links that lead out of it
 * are not followed. Safe for use by several threads.
 */
public interface FileTree {
  /**
   * The files in a directory and below, in the order of their paths.
   *
   * @param directory empty for the root
   */
  List<String> files(String directory);

  /** The bytes of a file, if there is one. */
  Optional<byte[]> read(String path);

  /** A tree of files in memory. */
  static FileTree of(Map<String, byte[]> files) {
    var sorted = new TreeMap<>(files);
    return new FileTree() {
      @Override
      public List<String> files(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return sorted.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
      }

      @Override
      public Optional<byte[]> read(String path) {
        return Optional.ofNullable(sorted.get(path));
      }
    };
  }
}
