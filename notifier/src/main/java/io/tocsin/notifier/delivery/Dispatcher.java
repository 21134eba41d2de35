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
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends deliveries on virtual threads: those about one object to one destination in order and one
 * at a time, those to one destination as many side by side as it bears. A failed one is tried again
 * and holds back that object's alone. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /** So many about one object wait for one destination. */
  static final int MOST_WAITING = 1_000;

  private final BooleanSupplier permitted;
  private final Sender sender;
  private final DeliveryListener listener;
  private final Clock clock;
  private final Map<Lane, Deque<Work>> lanes = new HashMap<>();
  private final Slots<Place> slots = new Slots<>();
  private final Map<Credential, RateBucket> buckets = new ConcurrentHashMap<>();
  private final Object closing = new Object();
  private volatile boolean stopped;

  private record Place(String scope, Destination destination, int parallelism) {}

  private record Credential(String scope, String bucket, Rate rate) {}

  private record Lane(String scope, Destination destination, ObjectKey object) {}

  private record Work(Delivery delivery, Completion completion) {}

  /** One that may always send. */
  public Dispatcher(Sender sender, DeliveryListener listener, Clock clock) {
    this(sender, listener, clock, () -> true);
  }

  /**
   * Starts nothing before the first delivery.
   *
   * @param permitted asked before each attempt; what it forbids does not end
   */
  public Dispatcher(
      Sender sender, DeliveryListener listener, Clock clock, BooleanSupplier permitted) {
    this.permitted = permitted;
    this.sender = sender;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Queues a delivery. Where {@link #MOST_WAITING} about the object wait for the destination
   * already, the oldest of them becomes a dead letter.
   */
  public void submit(Delivery delivery, Completion completion) {
    Lane lane = new Lane(delivery.scope(), delivery.destination(), delivery.key());
    Work work = new Work(delivery, completion);
    Optional<Work> pushedOut = Optional.empty();
    synchronized (lanes) {
      Deque<Work> queue = lanes.get(lane);
      if (queue == null) {
        lanes.put(lane, new ArrayDeque<>(List.of(work)));
        Thread.ofVirtual().name("send " + lane.destination().service()).start(() -> drain(lane));
        return;
      }
      if (queue.size() > MOST_WAITING) {
        Work sending = queue.removeFirst();
        pushedOut = Optional.of(queue.removeFirst());
        queue.addFirst(sending);
      }
      delivery.snapshot().pack();
      queue.addLast(work);
    }
    String reason = "more than %d messages waited before it".formatted(MOST_WAITING);
    pushedOut.ifPresent(oldest -> giveUp(oldest, 0, reason));
  }

  private void giveUp(Work work, int attempt, String reason) {
    listener.dead(work.delivery(), attempt, reason);
    work.completion().ended(work.delivery(), false);
  }

  /** Deliveries that have not ended. */
  public int depth() {
    synchronized (lanes) {
      return lanes.values().stream().mapToInt(Deque::size).sum();
    }
  }

  /** When the oldest delivery that has not ended was queued, if there is one. */
  public Optional<Instant> oldest() {
    synchronized (lanes) {
      return lanes.values().stream()
          .map(queue -> queue.getFirst().delivery().queued())
          .min(Comparator.naturalOrder());
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

  private void drain(Lane lane) {
    Optional<Work> next = head(lane);
    while (next.isPresent()) {
      Work work = next.get();
      try {
        deliver(work);
      } catch (RuntimeException | Error e) {
        log.error("delivery to {} failed unexpectedly", work.delivery().destination(), e);
      }
      next = next(lane);
    }
  }

  private Optional<Work> head(Lane lane) {
    synchronized (lanes) {
      return Optional.of(lanes.get(lane).getFirst());
    }
  }

  private Optional<Work> next(Lane lane) {
    synchronized (lanes) {
      Deque<Work> queue = lanes.get(lane);
      queue.removeFirst();
      if (queue.isEmpty()) {
        lanes.remove(lane);
        lanes.notifyAll();
      }
      return Optional.ofNullable(queue.peekFirst());
    }
  }

  /** Delivers or gives up; or leaves it, when this dispatcher was closed before. */
  private void deliver(Work work) {
    if (!ended(work)) {
      work.completion().left(work.delivery());
    }
  }

  private boolean ended(Work work) {
    Delivery delivery = work.delivery();
    int attempt = 1;
    while (!stopped) {
      if (!work.completion().wanted()) {
        work.completion().ended(delivery, false);
        return true;
      }
      Optional<Outcome> outcome = attempt(work, attempt);
      if (outcome.isEmpty()) {
        return false;
      }
      switch (outcome.get()) {
        case Outcome.Delivered delivered -> {
          return true;
        }
        case Outcome.Rejected rejected -> {
          giveUp(work, attempt, rejected.reason());
          return true;
        }
        case Outcome.Retryable failed -> {
          RetryPolicy policy = sender.retries(delivery);
          Duration wait = policy.wait(attempt, failed.after());
          if (attempt >= policy.attempts() || tooOld(delivery, policy, wait)) {
            giveUp(work, attempt, failed.reason());
            return true;
          }
          listener.postponed(delivery, attempt, failed.reason(), wait);
          delivery.snapshot().pack();
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

  /**
   * How an attempt ended; empty when this dispatcher was closed before it began. A success keeps
   * its place until it is recorded, so that a crash can repeat no more than there are places.
   */
  private Optional<Outcome> attempt(Work work, int attempt) {
    Delivery delivery = work.delivery();
    Limits limits = sender.limits(delivery);
    Place place = new Place(delivery.scope(), delivery.destination(), limits.parallelism());
    if (!slots.tryAcquire(place, limits.parallelism())) {
      delivery.snapshot().pack();
      slots.acquire(place, limits.parallelism());
    }
    try {
      limits
          .rate()
          .ifPresent(
              rate -> sleep(reserve(new Credential(delivery.scope(), limits.bucket(), rate))));
      if (stopped || !permitted.getAsBoolean()) {
        return Optional.empty();
      }
      Instant started = clock.instant();
      Outcome outcome = send(delivery);
      if (outcome instanceof Outcome.Delivered) {
        listener.delivered(delivery, attempt, Duration.between(started, clock.instant()));
        work.completion().ended(delivery, true);
        work.completion().awaitRecorded();
      }
      return Optional.of(outcome);
    } finally {
      slots.release(place);
    }
  }

  private Outcome send(Delivery delivery) {
    try {
      return sender.send(delivery);
    } catch (RuntimeException | StackOverflowError e) {
      log.error("sending to {} failed unexpectedly", delivery.destination(), e);
      return new Outcome.Rejected("sending failed unexpectedly: " + e.getClass().getSimpleName());
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
