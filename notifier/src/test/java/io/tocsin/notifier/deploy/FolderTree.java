package io.tocsin.notifier.deploy;

import io.tocsin.controller.tree.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder of this machine; there are no links in it. */
record FolderTree(Path root) implements FileTree {
  @Override
  public boolean isFile(String path) {
    return Files.isRegularFile(root.resolve(path));
  }

  @Override
  public boolean isFolder(String path) {
    return Files.isDirectory(root.resolve(path));
  }

  @Override
  public byte[] read(String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Entry> list(String folder) {
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      return entries
          .sorted()
          .map(
              each ->
                  new Entry(
                      each.getFileName().toString(),
                      Files.isDirectory(each) ? Kind.FOLDER : Kind.FILE))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
