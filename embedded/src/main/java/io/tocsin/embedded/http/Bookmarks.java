package io.tocsin.embedded.http;

import java.time.Duration;
import java.time.Instant;

/** When a watch is told how far it has come: at intervals, and shortly before its end. */
final class Bookmarks {
  private static final Duration BEFORE_END = Duration.ofSeconds(2);

  private final WatchOptions options;
  private final Instant end;
  private final Instant last;
  private boolean lastSent;
  private Instant next;

  Bookmarks(WatchOptions options, Instant end) {
    this.options = options;
    this.end = end;
    this.last = end.minus(BEFORE_END);
    this.next = Instant.now().plus(options.bookmarkInterval());
  }

  boolean isDue(Instant now) {
    if (!options.bookmarks()) {
      return false;
    }
    boolean dueLast = !lastSent && !now.isBefore(last);
    boolean due = dueLast || !now.isBefore(next);
    if (due) {
      lastSent = lastSent || dueLast;
      next = now.plus(options.bookmarkInterval());
    }
    return due;
  }

  /** How long nothing is to be done, unless there is a change. */
  Duration untilNext(Instant now) {
    Instant wake = end;
    if (options.bookmarks()) {
      wake = next.isBefore(wake) ? next : wake;
      wake = !lastSent && last.isBefore(wake) ? last : wake;
    }
    Duration wait = Duration.between(now, wake).plusMillis(1);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
