package io.tocsin.controller.runtime;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a leader leads: until the deadline after its last renewal. */
final class Tenure {
  private static final Logger log = LoggerFactory.getLogger(Tenure.class);

  private final long deadline;
  private long until;
  private boolean held;
  private boolean ended;
  private boolean acting;

  Tenure(Duration deadline) {
    this.deadline = deadline.toNanos();
  }

  /** Renewed at a time as {@link System#nanoTime()} tells it. */
  synchronized void renewed(long at) {
    until = at + deadline;
    held = true;
  }

  synchronized void lost() {
    held = false;
  }

  /** For ever. */
  synchronized void end() {
    ended = true;
  }

  synchronized boolean lasts() {
    return held && !ended && System.nanoTime() - until < 0;
  }

  /** Calls what the tenure asks for, if that was not called last. For one thread. */
  void apply(Runnable onStart, Runnable onStop) {
    boolean lasts = lasts();
    if (lasts != acting) {
      acting = lasts;
      guarded(lasts ? onStart : onStop);
    }
  }

  private static void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.error("a change of leadership failed: {}", e.toString(), e);
    }
  }
}
