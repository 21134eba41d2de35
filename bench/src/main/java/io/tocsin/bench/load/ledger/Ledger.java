package io.tocsin.bench.load.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Which messages are expected, and which a receiver took. Safe for use by many threads. */
public final class Ledger {
  private final Map<Message, Delivery> deliveries = new ConcurrentHashMap<>();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong lastArrival = new AtomicLong(System.nanoTime());
  private final LongAdder unexpected = new LongAdder();

  /**
   * Expects a message; to be called before the patch that causes it is sent.
   *
   * @param turned in {@link System#nanoTime}
   */
  public void expect(Message message, long turned) {
    deliveries.put(message, Delivery.expected(message, turned));
  }

  /**
   * A receiver took a message, and has said so or is about to.
   *
   * @param time in {@link System#nanoTime}
   */
  public void arrived(Message message, long time) {
    lastArrival.accumulateAndGet(time, Math::max);
    Delivery now = deliveries.computeIfPresent(message, (key, before) -> before.at(time));
    if (now == null) {
      unexpected.increment();
    } else if (now.arrivals() == 1) {
      received.incrementAndGet();
    }
  }

  /** Forgets everything; to be called while nothing is under way. */
  public void clear() {
    deliveries.clear();
    received.set(0);
    unexpected.reset();
  }

  public long expected() {
    return deliveries.size();
  }

  /** How many of the expected messages arrived at least once. */
  public long received() {
    return received.get();
  }

  /** How many arrived that nobody expected. */
  public long unexpected() {
    return unexpected.sum();
  }

  /** When anything arrived last, in {@link System#nanoTime}; before that, when this was made. */
  public long lastArrival() {
    return lastArrival.get();
  }

  /** What became of each expected message so far. */
  public List<Delivery> deliveries() {
    return List.copyOf(deliveries.values());
  }
}
