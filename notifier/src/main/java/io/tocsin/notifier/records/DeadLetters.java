package io.tocsin.notifier.records;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest dead letters, {@link #MOST} at most and {@link #LARGEST} characters in all.
 * Written soon after they come, those that come close together at once; what the API refuses is
 * tried again with the next. Thread-safe.
 */
public final class DeadLetters implements AutoCloseable {
  static final int MOST = 500;
  static final int LARGEST = 512 * 1024;

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final long PAUSE_MS = 200;
  private static final long LONGEST_PAUSE_MS = 30_000;

  private final Records records;
  private final Supplier<Map<String, String>> known;
  private final Map<String, Optional<String>> changes = new HashMap<>();
  private final Object writer = new Object();
  private boolean writing;
  private volatile boolean closed;

  /**
   * Asks the API for nothing before the first letter.
   *
   * @param known what the ConfigMap held when it was last seen
   */
  public DeadLetters(Records records, Supplier<Map<String, String>> known) {
    this.records = records;
    this.known = known;
  }

  public void add(DeadLetter letter) {
    change(letter.id(), Optional.of(letter.json()));
  }

  public void remove(DeadLetter letter) {
    change(letter.id(), Optional.empty());
  }

  /** Writes what is not written yet, and nothing after it. */
  @Override
  public void close() {
    synchronized (writer) {
      var _ = writtenDue();
      closed = true;
    }
  }

  private synchronized void change(String id, Optional<String> letter) {
    changes.put(id, letter);
    if (!writing) {
      writing = true;
      Thread.ofVirtual().name("dead letters").start(this::writeAll);
    }
  }

  private void writeAll() {
    long wait = PAUSE_MS;
    while (waited(wait) && !ended()) {
      wait = written() ? PAUSE_MS : Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }

  private static boolean waited(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private synchronized boolean ended() {
    writing = !closed && !changes.isEmpty();
    return !writing;
  }

  /** One at a time, so that {@link #close} waits for what is being written. */
  private boolean written() {
    synchronized (writer) {
      return closed || writtenDue();
    }
  }

  private boolean writtenDue() {
    Map<String, Optional<String>> due;
    synchronized (this) {
      due = new HashMap<>(changes);
      changes.clear();
    }
    if (due.isEmpty()) {
      return true;
    }
    Map<String, Optional<String>> whole = new HashMap<>(due);
    surplus(due).forEach(id -> whole.put(id, Optional.empty()));
    try {
      records.write(whole);
      return true;
    } catch (KubernetesClientException e) {
      log.warn("ConfigMap {} could not be written: {}", records.key(), e.getMessage());
      synchronized (this) {
        due.forEach(changes::putIfAbsent);
      }
      return false;
    }
  }

  /** The oldest letters that no longer find a place. */
  private Queue<String> surplus(Map<String, Optional<String>> due) {
    Map<String, String> after = new HashMap<>(known.get());
    due.forEach(
        (id, letter) ->
            letter.ifPresentOrElse(text -> after.put(id, text), () -> after.remove(id)));
    List<String> oldest =
        after.keySet().stream().sorted(Comparator.comparing(id -> died(after.get(id)))).toList();
    long size = after.values().stream().mapToLong(String::length).sum();
    Queue<String> surplus = new ArrayDeque<>();
    for (String id : oldest) {
      if (after.size() - surplus.size() <= MOST && size <= LARGEST) {
        break;
      }
      surplus.add(id);
      size -= after.get(id).length();
    }
    return surplus;
  }

  private static String died(String json) {
    return DeadLetter.parse(json).map(letter -> letter.died().toString()).orElse("");
  }
}
