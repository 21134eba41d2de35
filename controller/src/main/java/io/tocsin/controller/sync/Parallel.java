package io.tocsin.controller.sync;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same with each of a list at a time, on virtual threads. */
final class Parallel {
  private static final int LIMIT = 20;

  private Parallel() {}

  /** The results in the order of the items. */
  static <T, R> List<R> map(List<T> items, Function<T, R> work) {
    if (items.size() <= 1) {
      return items.stream().map(work).toList();
    }
    Semaphore permits = new Semaphore(LIMIT);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> futures =
          items.stream()
              .map(
                  item ->
                      threads.submit(
                          () -> {
                            permits.acquire();
                            try {
                              return work.apply(item);
                            } finally {
                              permits.release();
                            }
                          }))
              .toList();
      return futures.stream().map(Parallel::result).toList();
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(0, "interrupted");
    }
  }
}
