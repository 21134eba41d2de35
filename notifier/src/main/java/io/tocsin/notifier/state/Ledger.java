package io.tocsin.notifier.state;

import io.tocsin.controller.runtime.ResourceVersions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one object's destinations were told: the entries of its annotation, joined with what this
 * process has queued and sent since. An annotation that somebody erased takes nothing away.
 * Thread-safe.
 */
public final class Ledger {
  private static final String ADOPTED = "~adopted:";
  private static final String NIL = "<nil>:";
  private static final String NONE = ":";

  private final Map<String, Long> told = new TreeMap<>();
  private final Map<String, Integer> pending = new HashMap<>();
  private final Map<String, Long> closing = new HashMap<>();
  private final Set<String> unmarked = new HashSet<>();
  private final Set<String> restored = new HashSet<>();
  private final Set<String> surrendered = new HashSet<>();
  private Set<String> live = Set.of();
  private boolean large;
  private Map<String, Long> written = Map.of();
  private String version = "";

  /** Takes in a version of the object, unless a newer one was seen. */
  public synchronized void observe(String resourceVersion, Map<String, Long> annotation) {
    if (ResourceVersions.older(resourceVersion, version)) {
      return;
    }
    version = resourceVersion;
    written.keySet().stream().filter(key -> !annotation.containsKey(key)).forEach(this::erased);
    written = Map.copyOf(annotation);
    unmarked.retainAll(annotation.keySet());
    annotation.forEach(
        (key, time) -> {
          if (!unmarked.contains(key) && !closing.containsKey(key)) {
            told.putIfAbsent(key, time);
            large |= StateSize.isHashed(key);
          }
        });
  }

  /** What somebody erases is written anew once; after that it is only remembered. */
  private void erased(String key) {
    if (told.containsKey(key) && !restored.add(key)) {
      surrendered.add(key);
    }
  }

  public synchronized boolean told(String key) {
    return time(key) != null;
  }

  /** When it was told, in Unix seconds, if it was. */
  public synchronized OptionalLong toldAt(String key) {
    Long time = time(key);
    return time == null ? OptionalLong.empty() : OptionalLong.of(time);
  }

  private Long time(String key) {
    Long time = told.get(key);
    return time == null && large ? told.get(StateSize.hashed(key)) : time;
  }

  /** Whether nothing was told. */
  public synchronized boolean isEmpty() {
    return told.isEmpty();
  }

  /** Whether a delivery of it has not ended. */
  public synchronized boolean pending(String key) {
    return pending.containsKey(key);
  }

  /** Moves an entry, if there is one, to the key that now stands for the same. */
  public synchronized void move(String former, String key) {
    Long time = time(former);
    if (time != null && !pending.containsKey(former)) {
      unmark(former);
      told.put(key, time);
      unmarked.remove(key);
    }
  }

  /** The time under the key, which is set to {@code unixSeconds} where there is none. */
  public synchronized long since(String key, long unixSeconds) {
    Long time = time(key);
    if (time != null) {
      return time;
    }
    told.put(key, unixSeconds);
    unmarked.remove(key);
    return unixSeconds;
  }

  /**
   * Takes an entry away for a delivery that says that it is over: it stays written until {@link
   * #closed}.
   *
   * @return whether there was one
   */
  public synchronized boolean close(String key) {
    Long time = time(key);
    if (time == null) {
      return false;
    }
    told.remove(key);
    told.remove(StateSize.hashed(key));
    closing.put(form(key), time);
    return true;
  }

  /** Whether a delivery that says that it is over is still to be made. */
  public synchronized boolean closing(String key) {
    return closing.containsKey(form(key));
  }

  /** What was to be said is said, or nobody needs to hear it any more. */
  public synchronized void closed(String key) {
    String form = form(key);
    closing.remove(form);
    if (!told.containsKey(form) && written.containsKey(form)) {
      unmarked.add(form);
    }
  }

  private String form(String key) {
    return large ? StateSize.hashed(key) : key;
  }

  /**
   * Takes what the original recorded under no value, as it did for applications of several sources,
   * for what is true now; once, as the next value is another.
   *
   * @param key with its value
   * @param base the key without it
   * @return whether the entry counts as told by this
   */
  public synchronized boolean adopt(String key, String base, long unixSeconds) {
    String adopted = ADOPTED + base;
    boolean recorded = told(NIL + base) || told(NONE + base);
    if (!recorded || told(adopted)) {
      return false;
    }
    told.put(key, unixSeconds);
    told.put(adopted, unixSeconds);
    return true;
  }

  /**
   * Names the entries that stand for what is true now: they are kept however large the state gets.
   */
  public synchronized void live(Set<String> keys) {
    live = Set.copyOf(keys);
  }

  /** Counts a delivery as told from the moment it is queued. */
  public synchronized void queued(String key, long unixSeconds) {
    told.put(key, unixSeconds);
    unmarked.remove(key);
    restored.remove(key);
    surrendered.remove(key);
    pending.merge(key, 1, Integer::sum);
  }

  /** A queued delivery ended, so that its entry may be written. */
  public synchronized void ended(String key) {
    pending.computeIfPresent(key, (name, count) -> count == 1 ? null : count - 1);
  }

  /** Forgets an entry, so that the next turn to true tells again. */
  public synchronized void unmark(String key) {
    forget(key);
    if (large) {
      forget(StateSize.hashed(key));
    }
  }

  private void forget(String key) {
    if (told.remove(key) != null && written.containsKey(key)) {
      unmarked.add(key);
    }
  }

  /** What the annotation should say when it says something else. */
  public synchronized Optional<Change> change() {
    Map<String, Long> wanted = new TreeMap<>(told);
    wanted.keySet().removeAll(pending.keySet());
    wanted.keySet().removeIf(key -> surrendered.contains(key) && !written.containsKey(key));
    Set<String> unsent = pending.keySet().stream().map(this::form).collect(Collectors.toSet());
    closing.forEach(
        (key, time) -> {
          if (!unsent.contains(key)) {
            wanted.put(key, time);
          }
        });
    Map<String, Long> fitting = StateSize.fit(wanted, live);
    if (!fitting.equals(wanted)) {
      shrink(fitting);
    }
    return fitting.equals(written) ? Optional.empty() : Optional.of(new Change(version, fitting));
  }

  private void shrink(Map<String, Long> fitting) {
    large = true;
    Map<String, Long> over = new HashMap<>();
    closing.forEach((key, time) -> over.put(StateSize.hashed(key), time));
    closing.clear();
    closing.putAll(over);
    told.keySet().removeIf(key -> !pending.containsKey(key) && !surrendered.contains(key));
    fitting.forEach(
        (key, time) -> {
          if (!closing.containsKey(key)) {
            told.put(key, time);
          }
        });
  }

  /**
   * A write that is due.
   *
   * @param resourceVersion the newest that was seen: the write's precondition
   */
  public record Change(String resourceVersion, Map<String, Long> entries) {}
}
