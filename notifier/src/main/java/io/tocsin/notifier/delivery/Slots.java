package io.tocsin.notifier.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * So many at once for each key, in the order they came. A key that nobody uses takes no memory.
 * Thread-safe.
 *
 * @param <K> what is shared; keys that are equal share their slots
 */
final class Slots<K> {
  private final Map<K, Slot> used = new ConcurrentHashMap<>();

  private record Slot(Semaphore permits, int users) {}

  /**
   * Waits for a slot.
   *
   * @param size how many there are, the same for each call with this key
   */
  void acquire(K key, int size) {
    used.compute(
            key,
            (name, slot) ->
                slot == null
                    ? new Slot(new Semaphore(size, true), 1)
                    : new Slot(slot.permits, slot.users + 1))
        .permits
        .acquireUninterruptibly();
  }

  void release(K key) {
    used.compute(
        key,
        (name, slot) -> {
          slot.permits.release();
          return slot.users == 1 ? null : new Slot(slot.permits, slot.users - 1);
        });
  }

  /** Keys in use. */
  int size() {
    return used.size();
  }
}
