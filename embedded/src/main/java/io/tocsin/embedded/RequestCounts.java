package io.tocsin.embedded;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests there were, by verb and resource. Safe for use by many threads. */
public final class RequestCounts {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String verb, String resource) {
    counts.computeIfAbsent(verb + " " + resource, key -> new LongAdder()).increment();
  }

  /**
   * The requests of one kind.
   *
   * @param verb get, list, watch, create, update, patch, delete or deletecollection
   * @param resource plural and group such as {@code applications.argoproj.io}; the plural alone for
   *     the core group
   */
  public long of(String verb, String resource) {
    LongAdder count = counts.get(verb + " " + resource);
    return count == null ? 0 : count.sum();
  }

  /** All requests so far, by {@code "verb resource"} in order. */
  public Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((key, count) -> all.put(key, count.sum()));
    return all;
  }

  /** Begins to count anew. */
  public void reset() {
    counts.clear();
  }
}
