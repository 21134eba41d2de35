package io.tocsin.embedded.store;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.json.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of YAML files, one an object: {@code resource/namespace/name.yaml}, or {@code
 * resource/name.yaml} where there is no namespace. Files are replaced atomically. Its lock is the
 * database's.
 */
public final class Directory implements Journal {
  private static final String VERSION_FILE = "resource-version";
  private static final String SUFFIX = ".yaml";

  private final Path root;

  /** Opens a folder, creating it when it is missing. */
  public Directory(Path root) {
    this.root = root;
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + root + " cannot be created.", e);
    }
  }

  /** All objects of the folder. */
  List<Stored> load() {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).map(this::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + root + " cannot be read.", e);
    }
  }

  /** The version to go on from: the highest that was ever written. */
  long version(List<Stored> objects) {
    long highest = objects.stream().mapToLong(Stored::version).max().orElse(1);
    Path file = root.resolve(VERSION_FILE);
    try {
      return Files.exists(file)
          ? Math.max(highest, Long.parseLong(Files.readString(file).strip()))
          : highest;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read.", e);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(file + " holds no version number.", e);
    }
  }

  @Override
  public void saved(Stored object) {
    write(file(object.key()), Json.yaml(object.object()));
  }

  @Override
  public void removed(Stored tombstone) {
    String version = Long.toString(tombstone.version());
    write(root.resolve(VERSION_FILE), version.getBytes(StandardCharsets.UTF_8));
    Path file = file(tombstone.key());
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be deleted.", e);
    }
  }

  private Stored read(Path file) {
    try {
      Map<String, Object> object = Json.yamlObject(Files.readAllBytes(file));
      String version = Tree.textAt(object, "metadata.resourceVersion");
      return Stored.of(key(file), version.isEmpty() ? 1 : Long.parseLong(version), object);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read.", e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(file + " holds no object: " + e.getMessage(), e);
    }
  }

  private Key key(Path file) {
    Path relative = root.relativize(file);
    int depth = relative.getNameCount();
    String last = relative.getFileName().toString();
    return new Key(
        decode(relative.getName(0).toString()),
        depth == 3 ? decode(relative.getName(1).toString()) : "",
        decode(last.substring(0, last.length() - SUFFIX.length())));
  }

  private Path file(Key key) {
    Path folder = root.resolve(encode(key.resource()));
    Path scope = key.namespace().isEmpty() ? folder : folder.resolve(encode(key.namespace()));
    return scope.resolve(encode(key.name()) + SUFFIX);
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Path temporary = Files.createTempFile(file.getParent(), ".", ".tmp");
      Files.write(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written.", e);
    }
  }

  private static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static String decode(String name) {
    return URLDecoder.decode(name, StandardCharsets.UTF_8);
  }
}
