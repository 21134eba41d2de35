package io.tocsin.controller.runtime;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Keys that are wanted later, each once, at the earliest time named. One thread at a time. */
final class Delays<K> {
  private final Map<K, Instant> times = new HashMap<>();
  private final PriorityQueue<Entry<K>> order =
      new PriorityQueue<>(Comparator.comparing(Entry::due));

  private record Entry<K>(K key, Instant due) {}

  void add(K key, Instant due) {
    Instant before = times.get(key);
    if (before == null || due.isBefore(before)) {
      times.put(key, due);
      order.add(new Entry<>(key, due));
    }
  }

  void remove(K key) {
    times.remove(key);
  }

  void clear() {
    times.clear();
    order.clear();
  }

  /** Takes out those whose time has come, the earliest first, with their times. */
  Map<K, Instant> due(Instant now) {
    Map<K, Instant> due = new LinkedHashMap<>();
    while (!order.isEmpty() && !order.peek().due().isAfter(now)) {
      Entry<K> entry = order.remove();
      if (times.remove(entry.key(), entry.due())) {
        due.put(entry.key(), entry.due());
      }
    }
    return due;
  }

  /** The next time, of those not removed. */
  Optional<Instant> next() {
    while (!order.isEmpty() && !order.peek().due().equals(times.get(order.peek().key()))) {
      order.remove();
    }
    return Optional.ofNullable(order.peek()).map(Entry::due);
  }
}
