package io.tocsin.bench.load.receiver;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is under way. Safe for use by many threads. */
final class InFlight {
  private final AtomicInteger current = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  void begin() {
    most.accumulateAndGet(current.incrementAndGet(), Math::max);
  }

  void end() {
    current.decrementAndGet();
  }

  int most() {
    return most.get();
  }
}
