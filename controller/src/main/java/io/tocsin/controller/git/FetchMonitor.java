package io.tocsin.controller.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.lib.ProgressMonitor;

/** Ends a fetch that takes too long or brings too much. */
final class FetchMonitor implements ProgressMonitor {
  private static final long CHECK_NANOS = 200_000_000L;

  private final Path folder;
  private final long limit;
  private final Duration time;
  private final long started = System.nanoTime();
  private long checked = started;
  private volatile String reason;

  FetchMonitor(Path folder, long limit, Duration time) {
    this.folder = folder;
    this.limit = limit;
    this.time = time;
  }

  /** Why it was ended, or null. */
  String reason() {
    return reason;
  }

  @Override
  public boolean isCancelled() {
    long now = System.nanoTime();
    if (reason == null && now - checked > CHECK_NANOS) {
      checked = now;
      check(now);
    }
    return reason != null;
  }

  /** Looks at what arrived. */
  void check(long now) {
    if (now - started > time.toNanos()) {
      reason = "it takes longer than %d s".formatted(time.toSeconds());
    } else if (size() > limit) {
      reason = "it is bigger than %d MiB".formatted(limit >> 20);
    }
  }

  private long size() {
    try {
      return size(folder.resolve("objects")) + size(folder.resolve("objects/pack"));
    } catch (IOException e) {
      return 0;
    }
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  @Override
  public void start(int tasks) {}

  @Override
  public void beginTask(String title, int work) {}

  @Override
  public void update(int completed) {}

  @Override
  public void endTask() {}

  @Override
  public void showDuration(boolean enabled) {}
}
