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
  private boolean lapsed;

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

  /**
   * Whether it lasts. Who was told once that it does not is not told otherwise before {@code
   * onStop} was called, whatever comes meanwhile: what was not done then would never be done.
   */
  synchronized boolean lasts() {
    boolean lasts = held && !ended && System.nanoTime() - until < 0;
    lapsed |= acting && !lasts;
    return lasts && !lapsed;
  }

  /** Whether it lasts and {@code onStart} was called. */
  synchronized boolean leads() {
    return lasts() && acting;
  }

  /** Calls what the tenure asks for, if that was not called last. For one thread. */
  void apply(Runnable onStart, Runnable onStop) {
    boolean lasts = lasts();
    if (lasts == acting()) {
      return;
    }
    acts(lasts);
    guarded(lasts ? onStart : onStop);
  }

  private synchronized boolean acting() {
    return acting;
  }

  private synchronized void acts(boolean now) {
    acting = now;
    lapsed = false;
  }

  private static void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.error("a change of leadership failed: {}", e.toString(), e);
    }
  }
}
