package io.tocsin.controller.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks on a fixed number of platform threads: those of one key in order and one at a time,
 * those of different keys side by side. A task that throws {@link Parked} gives its thread back and
 * runs again later; those of its key wait behind it. Thread-safe.
 */
public final class KeyedExecutor implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeyedExecutor.class);

  private final ExecutorService threads;
  private final Map<ObjectKey, Queue<Runnable>> waiting = new HashMap<>();
  private final AtomicInteger depth = new AtomicInteger();

  /**
   * Starts no thread before the first task.
   *
   * @param size threads, at least 1
   */
  public KeyedExecutor(String name, int size) {
    threads = Executors.newFixedThreadPool(size, Thread.ofPlatform().name(name + "-", 1).factory());
  }

  public void execute(ObjectKey key, Runnable task) {
    depth.incrementAndGet();
    synchronized (waiting) {
      Queue<Runnable> queue = waiting.get(key);
      if (queue != null) {
        queue.add(task);
        return;
      }
      waiting.put(key, new ArrayDeque<>());
    }
    threads.execute(() -> run(key, task));
  }

  /** Tasks that have not ended. */
  public int depth() {
    return depth.get();
  }

  /**
   * Waits until fewer tasks than this have not ended, so that what brings tasks is no faster than
   * what does them. Not for tasks.
   */
  public void awaitFewer(int limit) throws InterruptedException {
    synchronized (waiting) {
      while (depth.get() >= limit) {
        waiting.wait();
      }
    }
  }

  /** Ends what was given, waiting at most so long; takes nothing more. */
  public boolean stop(Duration grace) throws InterruptedException {
    threads.shutdown();
    return threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void run(ObjectKey key, Runnable first) {
    Runnable task = first;
    while (task != null) {
      try {
        task.run();
      } catch (Parked e) {
        park(key, task, e);
        return;
      } catch (RuntimeException | Error e) {
        log.error("work on {} failed: {}", key, e.toString(), e);
      }
      depth.decrementAndGet();
      task = next(key);
    }
  }

  private void park(ObjectKey key, Runnable task, Parked parked) {
    var _ =
        parked
            .until()
            .whenComplete(
                (value, failure) -> {
                  try {
                    threads.execute(() -> run(key, task));
                  } catch (RejectedExecutionException e) {
                    log.info("work on {} is left undone, as this stops", key);
                  }
                });
  }

  private Runnable next(ObjectKey key) {
    synchronized (waiting) {
      waiting.notifyAll();
      Runnable task = waiting.get(key).poll();
      if (task == null) {
        waiting.remove(key);
      }
      return task;
    }
  }
}
