package io.tocsin.controller.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that want work, as Kubernetes' controllers queue them: a key that waits is there once
 * however often it was added, one that is being worked on waits until {@link #done}, so that it is
 * never worked on twice at a time, and what was added meanwhile is not lost. Thread-safe.
 *
 * @param <K> compared by {@code equals}
 */
public final class WorkQueue<K> {
  private static final long WAKE_MILLIS = 1000;

  private final Clock clock;
  private final RetryPace pace;
  private final RetryBucket bucket;
  private final Map<K, Instant> ready = new LinkedHashMap<>();
  private final Map<K, Instant> again = new HashMap<>();
  private final Set<K> working = new HashSet<>();
  private final Delays<K> delays = new Delays<>();
  private final Map<K, Integer> failures = new HashMap<>();
  private boolean closed;

  /** An empty queue. */
  public WorkQueue(RetryPace pace, Clock clock) {
    this.clock = clock;
    this.pace = pace;
    this.bucket = new RetryBucket(pace, clock.instant());
  }

  /** Wants work on a key as soon as somebody is free. */
  public synchronized void add(K key) {
    if (!closed) {
      enqueue(key, clock.instant());
      notifyAll();
    }
  }

  /** The same, later; of several times the earliest counts. */
  public synchronized void addAfter(K key, Duration delay) {
    if (delay.isPositive() && !closed) {
      delays.add(key, clock.instant().plus(delay));
      notifyAll();
    } else {
      add(key);
    }
  }

  /**
   * Wants a key to be tried again, after a delay that doubles with each call until {@link #forget},
   * and no faster than all keys together may be.
   */
  public synchronized void addRateLimited(K key) {
    Duration own = pace.delay(failures.merge(key, 1, Integer::sum));
    Duration shared = bucket.take(clock.instant());
    addAfter(key, own.compareTo(shared) > 0 ? own : shared);
  }

  /** Work on the key succeeded: its next failure is a first one. */
  public synchronized void forget(K key) {
    failures.remove(key);
  }

  /** How often the key was added rate limited since it was forgotten. */
  public synchronized int failures(K key) {
    return failures.getOrDefault(key, 0);
  }

  /**
   * Takes the key that waits longest, and waits for one; say {@link #done} of it afterwards.
   *
   * @return empty when the queue is closed and nothing waits any more
   */
  public synchronized Optional<K> take() throws InterruptedException {
    Optional<K> next = poll();
    while (next.isEmpty() && !closed) {
      wait(pause());
      next = poll();
    }
    return next;
  }

  /** The same without waiting. */
  public synchronized Optional<K> poll() {
    Instant now = clock.instant();
    if (!closed) {
      delays.due(now).forEach(this::enqueue);
    }
    Optional<K> next = ready.keySet().stream().findFirst();
    next.ifPresent(
        key -> {
          ready.remove(key);
          working.add(key);
        });
    return next;
  }

  /** Nobody works on the key any more; it is taken up again if it was added meanwhile. */
  public synchronized void done(K key) {
    working.remove(key);
    Instant added = again.remove(key);
    if (added != null) {
      ready.put(key, added);
    }
    notifyAll();
  }

  /** Keys that could be worked on now if somebody was free. */
  public synchronized int depth() {
    return ready.size() + again.size();
  }

  /** How long the first of them has waited; zero when none does. */
  public synchronized Duration oldest() {
    Instant now = clock.instant();
    return ready.values().stream()
        .min(Instant::compareTo)
        .map(since -> Duration.between(since, now))
        .orElse(Duration.ZERO);
  }

  /** Takes nothing more, and forgets what was wanted later; what waits is still given out. */
  public synchronized void close() {
    closed = true;
    delays.clear();
    notifyAll();
  }

  /**
   * Waits until nothing waits and nobody works.
   *
   * @return whether that came about in time
   */
  public synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!ready.isEmpty() || !working.isEmpty()) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private void enqueue(K key, Instant since) {
    delays.remove(key);
    (working.contains(key) ? again : ready).putIfAbsent(key, since);
  }

  /** Until the next delay is over, or a while: the clock may be moved from outside. */
  private long pause() {
    return delays
        .next()
        .map(due -> Math.clamp(clock.instant().until(due).toMillis() + 1, 1, WAKE_MILLIS))
        .orElse(WAKE_MILLIS);
  }
}
