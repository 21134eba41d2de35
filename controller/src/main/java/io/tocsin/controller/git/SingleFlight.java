package io.tocsin.controller.git;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets callers who ask for the same at the same time share one answer, or one failure. Safe for
 * many threads.
 */
public final class SingleFlight<K, V> {
  private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  /**
   * What was answered.
   *
   * @param joined whether someone else had asked before
   */
  public record Answer<V>(V value, boolean joined) {}

  /**
   * The answer to the question, or to the same question of someone who asked before.
   *
   * @throws RuntimeException that the question ended with, for all who wait
   */
  public Answer<V> ask(K key, Supplier<V> question) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> before = flights.putIfAbsent(key, mine);
    if (before != null) {
      return new Answer<>(join(before), true);
    }
    try {
      mine.complete(question.get());
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
    } finally {
      flights.remove(key, mine);
    }
    return new Answer<>(join(mine), false);
  }

  private static <V> V join(CompletableFuture<V> flight) {
    try {
      return flight.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
