package io.tocsin.notifier.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.util.FileUtils;

/** A folder that is gone when it is closed. */
record TemporaryFolder(Path path) implements AutoCloseable {
  TemporaryFolder(String prefix) throws IOException {
    this(Files.createTempDirectory(prefix));
  }

  @Override
  public void close() throws IOException {
    FileUtils.delete(path.toFile(), FileUtils.RECURSIVE | FileUtils.RETRY);
  }
}
