package io.tocsin.triggers.run;

import java.util.concurrent.TimeUnit;

/** What one evaluation may use up. For one thread. */
public final class Budget {
  /** Elements of lists and maps that an evaluation may make, as Expr has it. */
  private static final long MEMORY = 1_000_000;

  private static final int MAX_STEPS = 1_000_000;
  private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int STEPS_A_LOOK = 1 << 6;

  /** Characters of strings that an evaluation may make. Expr has no such limit. */
  private static final long MAX_TEXT = 64 << 20;

  private long memory;
  private long text;
  private int steps;
  private long started;

  /**
   * Pays for elements of a list that is about to be made.
   *
   * @throws Failure when there is no more
   */
  public void grow(long elements) {
    memory += elements;
    if (memory >= MEMORY || elements < 0) {
      throw new Failure("memory budget exceeded");
    }
  }

  /**
   * Pays for a value that was made, if it is a string.
   *
   * @return the value
   * @throws Failure when there is no more
   */
  public Object made(Object value) {
    if (value instanceof String made) {
      text += made.length();
      if (text > MAX_TEXT) {
        throw new Failure("memory budget exceeded");
      }
    }
    return value;
  }

  /**
   * Pays for one turn of a loop.
   *
   * @throws Failure when the evaluation has taken too many or too long
   */
  public void step() {
    if (++steps > MAX_STEPS) {
      throw new Failure("the evaluation takes more than " + MAX_STEPS + " steps");
    }
    if (steps % STEPS_A_LOOK == 0) {
      look();
    }
  }

  private void look() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Failure("the evaluation was interrupted");
    }
    long now = System.nanoTime();
    if (started == 0) {
      started = now;
    } else if (now - started > MAX_NANOS) {
      throw new Failure("the evaluation takes more than 2 seconds");
    }
  }
}
