package io.tocsin.controller.runtime;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a watch is trusted. A connection that died half-way says nothing, and a watch of objects
 * that do not change says nothing either.
 *
 * @param duration the server ends a watch after once to twice this
 * @param quiet a watch that has shown a bookmark shows one each minute: silence longer than this
 *     ends it
 * @param late how much later than agreed the server may end a watch before it is ended here
 */
record WatchLimits(Duration duration, Duration quiet, Duration late) {
  static final WatchLimits DEFAULT =
      new WatchLimits(Duration.ofMinutes(5), Duration.ofMinutes(3), Duration.ofSeconds(20));

  /** Differs each time, so that watches do not end together. */
  Duration next() {
    long shortest = duration.toSeconds();
    return Duration.ofSeconds(ThreadLocalRandom.current().nextLong(shortest, 2 * shortest + 1));
  }
}
