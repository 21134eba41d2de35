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
   * Takes a slot if there is one, and nobody waits for it.
   *
   * @param size how many there are, the same for each call with this key
   */
  boolean tryAcquire(K key, int size) {
    boolean taken = enter(key, size).tryAcquire();
    if (!taken) {
      leave(key);
    }
    return taken;
  }

  /** Waits for a slot. */
  void acquire(K key, int size) {
    enter(key, size).acquireUninterruptibly();
  }

  void release(K key) {
    used.get(key).permits.release();
    leave(key);
  }

  /** Keys in use. */
  int size() {
    return used.size();
  }

  private Semaphore enter(K key, int size) {
    return used.compute(
            key,
            (name, slot) ->
                slot == null
                    ? new Slot(new Semaphore(size, true), 1)
                    : new Slot(slot.permits, slot.users + 1))
        .permits;
  }

  private void leave(K key) {
    used.computeIfPresent(
        key, (name, slot) -> slot.users == 1 ? null : new Slot(slot.permits, slot.users - 1));
  }
}
