package io.tocsin.controller.runtime;

import io.tocsin.controller.runtime.ObjectInformer.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lists the objects of a scope and then watches them, for ever: where a watch ends, the next goes
 * on from the last version seen, and where the server no longer knows that version, the objects are
 * listed again.
 */
final class ListWatch implements Runnable {
  private static final Duration STABLE = Duration.ofSeconds(5);

  /** Some proxies end a watch at once in place of saying that its version is too old. */
  private static final int WORDLESS = 3;

  private final ApiConnection api;
  private final Scope scope;
  private final Mirror mirror;
  private final WatchLimits limits;
  private final WatchFailures failures;
  private final Backoff backoff = new Backoff();
  private final LongAdder restarts = new LongAdder();
  private String version = "";
  private int wordless;
  private volatile ObjectWatch current;
  private volatile boolean synced;
  private volatile boolean watching;
  private volatile boolean closed;

  ListWatch(ApiConnection api, Scope scope, Mirror mirror, WatchLimits limits) {
    this.api = api;
    this.scope = scope;
    this.mirror = mirror;
    this.limits = limits;
    this.failures = new WatchFailures(scope);
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        turn();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Whether all objects were passed on once. */
  boolean synced() {
    return synced;
  }

  /** Whether changes are heard of; stays true while one watch takes the place of another. */
  boolean watching() {
    return watching;
  }

  /** Why listing or watching failed last; empty while all is well. */
  String failure() {
    return watching ? "" : failures.last();
  }

  /** Watches that ended before their time and were begun again. */
  long restarts() {
    return restarts.sum();
  }

  /** Ends the watch if it should have been heard of. */
  void check() {
    ObjectWatch watch = current;
    if (watch != null && watch.overdue()) {
      distrust();
    }
  }

  /** Begins the watch again, as the connection may be dead; at once if that is being waited for. */
  void distrust() {
    ObjectWatch watch = current;
    if (watch != null) {
      watch.distrust();
    }
    backoff.hurry();
  }

  void close() {
    closed = true;
    ObjectWatch watch = current;
    if (watch != null) {
      watch.close();
    }
  }

  private void turn() throws InterruptedException {
    try {
      if (version.isEmpty()) {
        list();
      }
      watch();
    } catch (IOException | RuntimeException | Error e) {
      if (closed) {
        return;
      }
      failed(e);
      backoff.await();
    }
  }

  private void list() throws IOException, InterruptedException {
    ObjectListing listing = new ObjectListing(api, scope);
    String listed = listing.read(mirror::present);
    mirror.retain(listing.keys());
    version = listed;
    synced = true;
  }

  private void watch() throws IOException, InterruptedException {
    try (ObjectWatch watch = ObjectWatch.open(api, scope, limits, version)) {
      current = watch;
      watching = true;
      failures.forget();
      follow(watch);
    } finally {
      current = null;
    }
  }

  private void follow(ObjectWatch watch) throws IOException, InterruptedException {
    try {
      watch.read(mirror);
    } catch (IOException | RuntimeException e) {
      if (!watch.distrusted()) {
        throw e;
      }
    } finally {
      version = watch.version();
      if (watch.told() || watch.age().compareTo(STABLE) > 0) {
        backoff.reset();
      }
    }
    if (watch.distrusted()) {
      restarts.increment();
    } else if (watch.early() && !closed) {
      restarts.increment();
      wordless = watch.wordless() ? wordless + 1 : 0;
      version = wordless >= WORDLESS ? "" : version;
      backoff.await();
    }
  }

  private void failed(Throwable cause) {
    if (watching) {
      watching = false;
      restarts.increment();
    }
    if (cause instanceof ApiFailure refusal && refusal.gone()) {
      version = "";
    }
    failures.add(cause);
  }
}
