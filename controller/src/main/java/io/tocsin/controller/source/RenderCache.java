package io.tocsin.controller.source;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What was rendered last, up to a number of bytes. Safe for many threads. */
final class RenderCache {
  private record Entry(Rendered rendered, long bytes) {}

  private final long limit;
  private final Map<Object, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  RenderCache(long limit) {
    this.limit = limit;
  }

  synchronized Optional<Rendered> get(Object key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::rendered);
  }

  synchronized void remove(Predicate<Object> unwanted) {
    entries
        .entrySet()
        .removeIf(
            entry -> {
              boolean goes = unwanted.test(entry.getKey());
              bytes -= goes ? entry.getValue().bytes() : 0;
              return goes;
            });
  }

  synchronized void put(Object key, Rendered rendered) {
    long weight = rendered.manifests().stream().mapToLong(o -> Weights.of(o.content())).sum();
    Entry old = entries.put(key, new Entry(rendered, weight));
    bytes += weight - (old == null ? 0 : old.bytes());
    Iterator<Entry> eldest = entries.values().iterator();
    while (bytes > limit && eldest.hasNext()) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
  }

  synchronized long bytes() {
    return bytes;
  }
}
