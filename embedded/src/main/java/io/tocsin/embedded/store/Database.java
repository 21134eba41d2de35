package io.tocsin.embedded.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The objects and their versions. One writer at a time; safe for use by many threads. */
public final class Database {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, NavigableMap<String, Stored>> tables = new HashMap<>();
  private final Transaction transaction = new Writes();
  private final Journal journal;
  private final History history;
  private long version;

  private Database(Journal journal, int capacity, long version) {
    this.journal = journal;
    this.history = new History(capacity, version);
    this.version = version;
  }

  /**
   * An empty database in memory.
   *
   * @param capacity how many changes are remembered
   */
  public static Database inMemory(int capacity) {
    return new Database(Journal.NONE, capacity, 1);
  }

  /** A database that begins with what a folder holds and keeps it up to date. */
  public static Database in(Directory directory, int capacity) {
    List<Stored> objects = directory.load();
    Database database = new Database(directory, capacity, directory.version(objects));
    objects.forEach(
        object -> database.table(object.key().resource()).put(object.key().path(), object));
    return database;
  }

  /** Runs an action that reads and writes; nobody else writes meanwhile. */
  public <T> T write(Function<Transaction, T> action) {
    lock.lock();
    try {
      return action.apply(transaction);
    } finally {
      lock.unlock();
    }
  }

  public Optional<Stored> get(Key key) {
    return write(open -> open.get(key));
  }

  /** The version of the last change. */
  public long version() {
    return write(open -> version);
  }

  /** The current objects of a resource in a namespace, or in all when it is empty. */
  public Listing list(String resource, String namespace) {
    return write(open -> new Listing(version, open.list(resource, namespace)));
  }

  /** The objects as they were at a version, or nothing when the history does not reach back. */
  public Optional<Listing> listAt(String resource, String namespace, long at) {
    return write(
        open ->
            history
                .after(at)
                .map(later -> new Listing(at, rewind(resource, namespace, List.copyOf(later)))));
  }

  private List<Stored> rewind(String resource, String namespace, List<Change> later) {
    NavigableMap<String, Stored> objects = new TreeMap<>(scope(resource, namespace));
    for (Change change : later.reversed()) {
      Key key = change.object().key();
      if (key.resource().equals(resource)
          && (namespace.isEmpty() || namespace.equals(key.namespace()))) {
        change
            .before()
            .ifPresentOrElse(
                before -> objects.put(key.path(), before), () -> objects.remove(key.path()));
      }
    }
    return List.copyOf(objects.values());
  }

  /** The changes after a version, or nothing when some of them are forgotten. */
  public Optional<Collection<Change>> changesAfter(long after) {
    return history.after(after);
  }

  /** The oldest version from which changes are known. */
  public long oldestVersion() {
    return history.floor();
  }

  /** Forgets the changes up to now, as the compaction of etcd does. */
  public void compact() {
    write(
        open -> {
          history.compact(version);
          return version;
        });
  }

  /**
   * Waits until there is a change after a version, time is up, or a condition holds that is looked
   * at again after {@link #wakeAll}.
   */
  public void await(long after, Duration limit, BooleanSupplier stop) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long rest = limit.toNanos();
      while (version <= after && rest > 0 && !stop.getAsBoolean()) {
        rest = changed.awaitNanos(rest);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Wakes everyone who waits for a change. */
  public void wakeAll() {
    write(
        open -> {
          changed.signalAll();
          return version;
        });
  }

  private NavigableMap<String, Stored> table(String resource) {
    return tables.computeIfAbsent(resource, key -> new TreeMap<>());
  }

  private NavigableMap<String, Stored> scope(String resource, String namespace) {
    NavigableMap<String, Stored> table = table(resource);
    return namespace.isEmpty()
        ? table
        : table.subMap(namespace + "/", true, namespace + "0", false);
  }

  private void record(Change change) {
    history.add(change);
    changed.signalAll();
  }

  private final class Writes implements Transaction {
    @Override
    public long version() {
      return version;
    }

    @Override
    public Optional<Stored> get(Key key) {
      return Optional.ofNullable(table(key.resource()).get(key.path()));
    }

    @Override
    public List<Stored> list(String resource, String namespace) {
      return List.copyOf(scope(resource, namespace).values());
    }

    @Override
    public List<Stored> all() {
      List<Stored> all = new ArrayList<>();
      tables.values().forEach(table -> all.addAll(table.values()));
      return all;
    }

    @Override
    public Stored put(Key key, Map<String, Object> object) {
      Stored stored = Stored.of(key, version + 1, object);
      journal.saved(stored);
      version++;
      Optional<Stored> before = Optional.ofNullable(table(key.resource()).put(key.path(), stored));
      Change.Kind kind = before.isPresent() ? Change.Kind.MODIFIED : Change.Kind.ADDED;
      record(new Change(kind, stored, before));
      return stored;
    }

    @Override
    public Stored remove(Key key) {
      Stored last = get(key).orElseThrow();
      Stored tombstone = Stored.of(key, version + 1, last.object());
      journal.removed(tombstone);
      version++;
      table(key.resource()).remove(key.path());
      record(new Change(Change.Kind.DELETED, tombstone, Optional.of(last)));
      return tombstone;
    }
  }
}
