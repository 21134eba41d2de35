package io.tocsin.controller.webhook;

import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.RetryPace;
import io.tocsin.controller.runtime.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Applications that are to be refreshed, each once, and the threads that do it. Thread-safe. */
final class PendingRefreshes implements AutoCloseable {
  /** As many as Argo CD's server has. */
  private static final int WORKERS = 20;

  private final Refresher refresher;
  private final WorkQueue<ObjectKey> queue;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  PendingRefreshes(Refresher refresher, Clock clock) {
    this.refresher = refresher;
    this.queue = new WorkQueue<>(RetryPace.DEFAULT, clock);
    for (int i = 0; i < WORKERS; i++) {
      workers.execute(this::work);
    }
  }

  /** Of several times for one Application the earliest counts. */
  void add(ObjectKey application, Duration delay) {
    queue.addAfter(application, delay);
  }

  private void work() {
    try {
      for (Optional<ObjectKey> key = queue.take(); key.isPresent(); key = queue.take()) {
        try {
          refresher.refresh(key.get());
        } finally {
          queue.done(key.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    queue.close();
    workers.shutdownNow();
  }
}
