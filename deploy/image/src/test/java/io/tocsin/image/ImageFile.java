package io.tocsin.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The image that the build made, taken apart.
 *
 * @param config what a container runtime is told
 * @param root the files of all layers
 * @param layers the layers as they are pulled
 */
record ImageFile(JsonNode config, Path root, List<Path> layers) {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /** Unpacks it below {@code target}. */
  static ImageFile unpacked() throws IOException, InterruptedException {
    Path parts = fresh("image");
    Path root = fresh("root");
    run("tar", "-xf", TARGET.resolve("jib-image.tar").toString(), "-C", parts.toString());
    JsonNode manifest =
        JsonMapper.shared().readTree(Files.readString(parts.resolve("manifest.json"))).get(0);
    List<Path> layers =
        manifest.get("Layers").valueStream().map(name -> parts.resolve(name.asString())).toList();
    for (Path layer : layers) {
      run("tar", "--warning=no-unknown-keyword", "-xzpf", layer.toString(), "-C", root.toString());
    }
    Path config = parts.resolve(manifest.get("Config").asString());
    return new ImageFile(
        JsonMapper.shared().readTree(Files.readString(config)).get("config"), root, layers);
  }

  /** Bytes to pull. */
  long compressed() throws IOException {
    long size = 0;
    for (Path layer : layers) {
      size += Files.size(layer);
    }
    return size;
  }

  /** Bytes on the disk of a node. */
  long unpackedSize() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static Path fresh(String name) throws IOException, InterruptedException {
    Path folder = TARGET.resolve("taken-apart").resolve(name);
    run("rm", "-rf", folder.toString());
    return Files.createDirectories(folder);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }
}
