package io.tocsin.controller.helm;

import io.tocsin.controller.helm.chart.FileTree;
import io.tocsin.controller.helm.chart.HelmException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * The files that an Application's chart and its values are read from.
 *
 * @param repository with the chart
 * @param path of the chart in it; empty for its root
 * @param references other sources, by names such as {@code $values}
 * @param remote reads a URL of a value file
 * @param schemes of URLs that may be read
 */
public record SourceFiles(
    FileTree repository,
    String path,
    Map<String, FileTree> references,
    RemoteFiles remote,
    Set<String> schemes) {
  /** Reads value files at URLs. */
  @FunctionalInterface
  public interface RemoteFiles {
    /**
     * @throws HelmException when there is none or it is too large
     */
    byte[] read(URI url);
  }

  public SourceFiles {
    path = within(path, "source.path");
    references = Map.copyOf(references);
    schemes = Set.copyOf(schemes);
  }

  /** A chart in a repository, without other sources; URLs are refused. */
  public SourceFiles(FileTree repository, String path) {
    this(repository, path, Map.of(), _ -> new byte[0], Set.of());
  }

  /**
   * A path without {@code .} and {@code ..}.
   *
   * @throws HelmException when it leads out of the repository
   */
  static String within(String path, String what) {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : path.split("/")) {
      switch (step) {
        case "", "." -> {}
        case ".." -> {
          if (steps.pollLast() == null) {
            throw new HelmException(what + " " + path + " leads out of the repository");
          }
        }
        default -> steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}
