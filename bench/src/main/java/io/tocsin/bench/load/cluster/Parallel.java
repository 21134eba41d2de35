package io.tocsin.bench.load.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Does numbered things, several at a time, in their order. */
public final class Parallel {
  private static final double SECOND = 1e9;

  private Parallel() {}

  /** As fast as it goes. */
  public static void run(int count, int parallel, IntConsumer task) throws InterruptedException {
    run(count, parallel, 0, task);
  }

  /**
   * At a rate: each begins no earlier than its turn.
   *
   * @param perSecond 0 for as fast as it goes
   * @throws IllegalStateException what the first task that failed threw
   */
  public static void run(int count, int parallel, double perSecond, IntConsumer task)
      throws InterruptedException {
    long start = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> workers = new ArrayList<>();
      for (int worker = 0; worker < parallel; worker++) {
        workers.add(threads.submit(() -> work(start, next, count, perSecond, task)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    }
  }

  private static void work(
      long start, AtomicInteger next, int count, double perSecond, IntConsumer task) {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      if (perSecond > 0) {
        awaitTime(start + Math.round(i / perSecond * SECOND));
      }
      task.accept(i);
    }
  }

  private static void awaitTime(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
