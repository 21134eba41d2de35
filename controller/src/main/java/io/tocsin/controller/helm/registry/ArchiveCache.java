package io.tocsin.controller.helm.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Archives that were fetched, those used last, up to a number of bytes. Thread-safe. */
final class ArchiveCache {
  record Key(RepositoryAccess access, String chart, String version) {}

  private final Map<Key, byte[]> archives = new LinkedHashMap<>(16, 0.75f, true);
  private final long capacity;
  private long size;

  /**
   * @param capacity in bytes
   */
  ArchiveCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<byte[]> get(Key key) {
    return Optional.ofNullable(archives.get(key));
  }

  synchronized void remove(Predicate<Key> unwanted) {
    archives
        .entrySet()
        .removeIf(
            entry -> {
              boolean goes = unwanted.test(entry.getKey());
              size -= goes ? entry.getValue().length : 0;
              return goes;
            });
  }

  synchronized void put(Key key, byte[] archive) {
    byte[] old = archives.put(key, archive);
    size += archive.length - (old == null ? 0 : old.length);
    var eldest = archives.entrySet().iterator();
    while (size > capacity && eldest.hasNext()) {
      size -= eldest.next().getValue().length;
      eldest.remove();
    }
  }
}
