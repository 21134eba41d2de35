package io.tocsin.bench.load.receiver;

import io.tocsin.bench.load.scenario.ReceiverGroup;
import java.util.Random;

/** Decides what a request is answered with. Safe for use by many threads. */
final class Answers {
  static final int OK = 200;
  static final int TOO_MANY = 429;
  static final int FAILED = 500;
  private static final long SECOND = 1_000_000_000L;

  private final ReceiverGroup behaviour;
  private final Random random;
  private double allowance;
  private long counted;

  /**
   * @param now in nanoseconds, of the same clock as in {@link #next}
   */
  Answers(ReceiverGroup behaviour, Random random, long now) {
    this.behaviour = behaviour;
    this.random = random;
    this.allowance = behaviour.perSecond();
    this.counted = now;
  }

  /** The status of the answer to a request that arrives now. */
  synchronized int next(long now) {
    if (behaviour.perSecond() > 0 && !withinLimit(now)) {
      return TOO_MANY;
    }
    return behaviour.errorRate() > 0 && random.nextDouble() < behaviour.errorRate() ? FAILED : OK;
  }

  private boolean withinLimit(long now) {
    double limit = behaviour.perSecond();
    allowance = Math.min(limit, allowance + limit * (now - counted) / SECOND);
    counted = now;
    if (allowance < 1) {
      return false;
    }
    allowance--;
    return true;
  }
}
