package io.tocsin.controller.helm.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a directory.
 *
 * @param root links in it that lead out of it are passed over
 */
public record DirectoryTree(Path root) implements FileTree {
  private static final int DEPTH = 50;

  @Override
  public List<String> files(String directory) {
    Path start = root.resolve(directory);
    if (!Files.isDirectory(start) || !isInside(start)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(start, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(path -> Files.isRegularFile(path) && isInside(path))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .filter(path -> !path.startsWith(".git/"))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new HelmException(
          "the directory " + directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    Path file = root.resolve(path).normalize();
    if (!Files.isRegularFile(file) || !isInside(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new HelmException("the file " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean isInside(Path path) {
    try {
      return path.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
