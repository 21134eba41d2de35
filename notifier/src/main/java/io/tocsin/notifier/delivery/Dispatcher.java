package io.tocsin.notifier.delivery;

import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Limits.Rate;
import io.tocsin.services.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends deliveries on virtual threads: those about one object to one destination in order and one
 * at a time, those to one destination as many side by side as it bears. A failed one is tried again
 * and holds back that object's alone. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Sender sender;
  private final DeliveryListener listener;
  private final Clock clock;
  private final Map<Lane, Queue<Work>> lanes = new HashMap<>();
  private final Map<Place, Semaphore> permits = new ConcurrentHashMap<>();
  private final Map<Credential, RateBucket> buckets = new ConcurrentHashMap<>();
  private final Object closing = new Object();
  private volatile boolean stopped;

  private record Place(Destination destination, int parallelism) {}

  private record Credential(String bucket, Rate rate) {}

  private record Lane(Destination destination, ObjectKey object) {}

  private record Work(Delivery delivery, Consumer<Delivery> ended) {}

  /** Starts nothing before the first delivery. */
  public Dispatcher(Sender sender, DeliveryListener listener, Clock clock) {
    this.sender = sender;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Queues a delivery.
   *
   * @param ended called when it was sent or is dead, so that it may be recorded as told
   */
  public void submit(Delivery delivery, Consumer<Delivery> ended) {
    Lane lane = new Lane(delivery.destination(), delivery.object().key());
    synchronized (lanes) {
      Queue<Work> queue = lanes.get(lane);
      if (queue != null) {
        queue.add(new Work(delivery, ended));
        return;
      }
      lanes.put(lane, new ArrayDeque<>());
    }
    Thread.ofVirtual()
        .name("send " + lane.destination().service())
        .start(() -> drain(lane, new Work(delivery, ended)));
  }

  /** Deliveries that have not ended. */
  public int depth() {
    synchronized (lanes) {
      return lanes.values().stream().mapToInt(queue -> queue.size() + 1).sum();
    }
  }

  /** Waits until nothing is queued; false when that takes longer. */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    synchronized (lanes) {
      while (!lanes.isEmpty()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        lanes.wait(left);
      }
      return true;
    }
  }

  /** Starts no further attempt; what is being sent ends. */
  @Override
  public void close() {
    synchronized (closing) {
      stopped = true;
      closing.notifyAll();
    }
  }

  private void drain(Lane lane, Work first) {
    for (Work work = first; work != null; work = next(lane)) {
      try {
        if (deliver(work.delivery())) {
          work.ended().accept(work.delivery());
        }
      } catch (RuntimeException | Error e) {
        log.error("delivery to {} failed unexpectedly", work.delivery().destination(), e);
      }
    }
  }

  private Work next(Lane lane) {
    synchronized (lanes) {
      Work work = lanes.get(lane).poll();
      if (work == null) {
        lanes.remove(lane);
        lanes.notifyAll();
      }
      return work;
    }
  }

  /** Whether it came to an end; not so only when this dispatcher was closed before. */
  private boolean deliver(Delivery delivery) {
    int attempt = 1;
    while (!stopped) {
      Instant started = clock.instant();
      Optional<Outcome> outcome = attempt(delivery);
      if (outcome.isEmpty()) {
        return false;
      }
      switch (outcome.get()) {
        case Outcome.Delivered delivered -> {
          listener.delivered(delivery, attempt, Duration.between(started, clock.instant()));
          return true;
        }
        case Outcome.Rejected rejected -> {
          listener.dead(delivery, attempt, rejected.reason());
          return true;
        }
        case Outcome.Retryable failed -> {
          RetryPolicy policy = sender.retries(delivery.destination());
          Duration wait = policy.wait(attempt, failed.after());
          if (attempt >= policy.attempts() || tooOld(delivery, policy, wait)) {
            listener.dead(delivery, attempt, failed.reason());
            return true;
          }
          listener.postponed(delivery, attempt, failed.reason(), wait);
          sleep(wait);
          attempt++;
        }
      }
    }
    return false;
  }

  private boolean tooOld(Delivery delivery, RetryPolicy policy, Duration wait) {
    return clock.instant().plus(wait).isAfter(delivery.queued().plus(policy.age()));
  }

  /** How an attempt ended; empty when this dispatcher was closed before it began. */
  private Optional<Outcome> attempt(Delivery delivery) {
    Limits limits = sender.limits(delivery.destination());
    Semaphore permit =
        permits.computeIfAbsent(
            new Place(delivery.destination(), limits.parallelism()),
            place -> new Semaphore(place.parallelism(), true));
    permit.acquireUninterruptibly();
    try {
      limits.rate().ifPresent(rate -> sleep(reserve(new Credential(limits.bucket(), rate))));
      return stopped ? Optional.empty() : Optional.of(sender.send(delivery));
    } catch (RuntimeException | StackOverflowError e) {
      log.error("sending to {} failed unexpectedly", delivery.destination(), e);
      return Optional.of(
          new Outcome.Rejected("sending failed unexpectedly: " + e.getClass().getSimpleName()));
    } finally {
      permit.release();
    }
  }

  private Duration reserve(Credential credential) {
    return buckets
        .computeIfAbsent(credential, key -> new RateBucket(key.rate()))
        .reserve(clock.instant());
  }

  /** Sleeps, or wakes when this dispatcher is closed. */
  private void sleep(Duration wait) {
    long end = System.nanoTime() + wait.toNanos();
    synchronized (closing) {
      while (!stopped) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return;
        }
        try {
          closing.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
