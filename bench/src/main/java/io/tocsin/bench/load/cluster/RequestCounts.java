package io.tocsin.bench.load.cluster;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests by verb and resource, as {@code PATCH applications}. Safe for use by many threads.
 *
 * <p>The names are those of the API server's metrics: {@code LIST} and {@code WATCH} are told from
 * {@code GET}.
 */
public final class RequestCounts {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String verb, String resource) {
    counts.computeIfAbsent(verb + " " + resource, key -> new LongAdder()).increment();
  }

  /** The counts so far. */
  public Map<String, Long> now() {
    Map<String, Long> now = new TreeMap<>();
    counts.forEach((key, value) -> now.put(key, value.sum()));
    return now;
  }
}
