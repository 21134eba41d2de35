package io.tocsin.embedded.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The latest changes, at most so many. Written by one thread at a time, read by any number. */
final class History {
  private final ConcurrentSkipListMap<Long, Change> changes = new ConcurrentSkipListMap<>();
  private final int capacity;
  private int size;
  private volatile long floor;

  History(int capacity, long floor) {
    this.capacity = capacity;
    this.floor = floor;
  }

  void add(Change change) {
    changes.put(change.version(), change);
    size++;
    while (size > capacity) {
      forgetFirst();
    }
  }

  /** Forgets every change up to now. */
  void compact(long version) {
    while (!changes.isEmpty()) {
      forgetFirst();
    }
    floor = Math.max(floor, version);
  }

  private void forgetFirst() {
    floor = changes.firstKey();
    changes.pollFirstEntry();
    size--;
  }

  /** The oldest version from which the changes are still known. */
  long floor() {
    return floor;
  }

  /** The changes after a version in order, or nothing when some of them are forgotten. */
  Optional<Collection<Change>> after(long version) {
    List<Change> found = List.copyOf(changes.tailMap(version, false).values());
    return version < floor ? Optional.empty() : Optional.of(found);
  }
}
