package io.tocsin.controller.kustomize;

import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.FileTree;
import io.tocsin.controller.tree.SourceException;
import io.tocsin.controller.tree.TreePath;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The program {@code kustomize}, run on a copy of the tree in a folder of its own.
 *
 * @param time how long it may run
 * @param limit bytes of the copy
 */
public record KustomizeBinary(Path program, Duration time, long limit) {
  private static final Duration TIME = Duration.ofSeconds(90);
  private static final long LIMIT = 512L << 20;

  /** The one on the path, if there is one. */
  public static Optional<KustomizeBinary> onPath(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "kustomize"))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .map(program -> new KustomizeBinary(program, TIME, LIMIT))
        .findFirst();
  }

  /**
   * The YAML that {@code kustomize build} prints.
   *
   * @param edit what is changed in the folder's own kustomization before
   * @throws SourceException with what it complains of
   */
  String run(FileTree tree, String folder, UnaryOperator<Map<String, Object>> edit) {
    KustomizationFile file = KustomizationFile.read(tree, folder);
    try {
      Path copy = Files.createTempDirectory("kustomize");
      try {
        copy(tree, copy.resolve("tree"));
        Files.writeString(
            copy.resolve("tree").resolve(file.fields().place()),
            Documents.compact(edit.apply(file.fields().values())));
        return build(copy, folder);
      } finally {
        delete(copy);
      }
    } catch (IOException e) {
      throw new SourceException(
          "kustomize cannot be run in %s: %s".formatted(TreePath.show(folder), e.getMessage()), e);
    }
  }

  private void copy(FileTree tree, Path target) throws IOException {
    long bytes = 0;
    for (String path : tree.walk("")) {
      byte[] content = tree.read(path);
      bytes += content.length;
      if (bytes > limit) {
        throw new SourceException(
            "the repository is bigger than the %d MiB that kustomize is given"
                .formatted(limit >> 20));
      }
      Path file = target.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    }
  }

  private String build(Path copy, String folder) throws IOException {
    Path output = copy.resolve("output");
    Path errors = copy.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(), "build", copy.resolve("tree").resolve(folder).toString())
            .directory(copy.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    String path = System.getenv().getOrDefault("PATH", "");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("HOME", copy.toString());
    Process process = builder.start();
    try {
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SourceException(
            "kustomize takes longer than %d s in %s"
                .formatted(time.toSeconds(), TreePath.show(folder)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("kustomize: interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      String said = Files.readString(errors, StandardCharsets.UTF_8).strip();
      throw new SourceException(
          "kustomize cannot build %s: %s"
              .formatted(
                  TreePath.show(folder),
                  String.join(" ", said.lines().toList()).replace(copy + "/tree/", "")));
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
