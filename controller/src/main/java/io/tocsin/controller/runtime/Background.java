package io.tocsin.controller.runtime;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does what may be left undone, one after the other, and lets nobody wait for it. When too many
 * wait, and after the end, further ones are dropped. Thread-safe.
 */
public final class Background implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ExecutorService thread;

  /**
   * Starts its thread when there is something to do.
   *
   * @param waiting how many may wait
   */
  public Background(String name, int waiting) {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            Thread.ofVirtual().name(name).factory(),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  public void execute(Runnable task) {
    thread.execute(task);
  }

  /** Waits 2 s for those that are not done yet. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
