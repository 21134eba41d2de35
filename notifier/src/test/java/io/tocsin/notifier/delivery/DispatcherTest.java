package io.tocsin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.services.Destination;
import io.tocsin.services.Limits;
import io.tocsin.services.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DispatcherTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Outcome DELIVERED = new Outcome.Delivered();

  private final List<String> events = java.util.Collections.synchronizedList(new ArrayList<>());
  private Dispatcher dispatcher;

  @AfterEach
  void close() {
    dispatcher.close();
  }

  @Test
  void sendsWhatIsAboutOneObjectInOrder() throws InterruptedException {
    dispatcher = dispatcher(delivery -> DELIVERED, 64);

    for (int i = 0; i < 50; i++) {
      submit("slack", "app", "t" + i);
    }

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events).hasSize(100).startsWith("sent t0", "ended t0", "sent t1", "ended t1");
  }

  @Test
  void triesAgainUntilTheReceiverTakesItAndHoldsBackOnlyThatObject() throws InterruptedException {
    CountDownLatch other = new CountDownLatch(1);
    AtomicInteger failures = new AtomicInteger();
    dispatcher =
        dispatcher(
            delivery -> {
              if (delivery.key().name().equals("other")) {
                other.countDown();
                return DELIVERED;
              }
              return failures.incrementAndGet() <= 2 ? retryable("down", null) : DELIVERED;
            },
            1);

    submit("slack", "app", "first");
    submit("slack", "app", "second");
    submit("slack", "other", "third");

    assertThat(other.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events)
        .containsSubsequence(
            "postponed first: down", "postponed first: down", "sent first", "sent second");
    assertThat(failures).hasValue(4);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() throws InterruptedException {
    Queue<Outcome> outcomes =
        new ArrayDeque<>(List.of(retryable("busy", Duration.ofMillis(400)), DELIVERED));
    long started = System.nanoTime();
    dispatcher = dispatcher(delivery -> outcomes.remove(), 1);

    submit("slack", "app", "t");

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(399));
    assertThat(events).containsExactly("postponed t: busy", "sent t", "ended t");
  }

  @Test
  void givesUpAfterTheLastAttemptAndRecordsItAsEnded() throws InterruptedException {
    dispatcher = dispatcher(delivery -> retryable("down", null), 1);

    submit("slack", "app", "t");

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events)
        .containsExactly(
            "postponed t: down",
            "postponed t: down",
            "postponed t: down",
            "dead t: down",
            "ended t");
  }

  @Test
  void whatIsSentKeepsItsPlaceUntilItIsRecorded() throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch recorded = new CountDownLatch(1);
    dispatcher = dispatcher(delivery -> DELIVERED, 1);

    dispatcher.submit(
        delivery("slack", "app", "first"),
        new Completion() {
          @Override
          public void ended(Delivery delivery, boolean delivered) {
            sent.countDown();
          }

          @Override
          public void awaitRecorded() {
            awaitQuietly(recorded);
          }
        });
    sent.await();
    submit("slack", "other", "second");

    assertThat(dispatcher.awaitIdle(Duration.ofMillis(200))).isFalse();
    assertThat(events).containsExactly("sent first");
    recorded.countDown();
    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events).containsExactly("sent first", "sent second", "ended second");
  }

  @Test
  void doesNotTryAgainWhatTheReceiverRejected() throws InterruptedException {
    dispatcher = dispatcher(delivery -> new Outcome.Rejected("no such channel"), 1);

    submit("slack", "app", "t");

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events).containsExactly("dead t: no such channel", "ended t");
  }

  @Test
  void aSenderThatThrowsHarmsOnlyItsDelivery() throws InterruptedException {
    dispatcher =
        dispatcher(
            delivery -> {
              if (delivery.trigger().equals("bad")) {
                throw new IllegalStateException("secret inside");
              }
              return DELIVERED;
            },
            1);

    submit("slack", "app", "bad");
    submit("slack", "app", "good");

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events).contains("sent good").noneMatch(event -> event.contains("secret"));
  }

  @Test
  void sendsNoMoreAtOnceThanADestinationBearsAndAHangingOneDelaysNobodyElse()
      throws InterruptedException {
    Semaphore hanging = new Semaphore(0);
    Map<Destination, AtomicInteger> running = new ConcurrentHashMap<>();
    AtomicInteger most = new AtomicInteger();
    dispatcher =
        dispatcher(
            delivery -> {
              AtomicInteger now =
                  running.computeIfAbsent(delivery.destination(), d -> new AtomicInteger());
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              if (delivery.destination().service().equals("hangs")) {
                hanging.acquireUninterruptibly();
              }
              now.decrementAndGet();
              return DELIVERED;
            },
            3);

    for (int i = 0; i < 20; i++) {
      submit("hangs", "app" + i, "h");
    }
    CountDownLatch healthy = new CountDownLatch(20);
    for (int i = 0; i < 20; i++) {
      dispatcher.submit(delivery("works", "app" + i, "w"), (ended, sent) -> healthy.countDown());
    }

    assertThat(healthy.await(5, TimeUnit.SECONDS)).isTrue();
    hanging.release(20);
    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(most).hasValue(3);
  }

  @Test
  void startsNoAttemptOnceItIsClosed() throws InterruptedException {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    dispatcher =
        dispatcher(
            delivery -> {
              sending.countDown();
              awaitQuietly(release);
              return DELIVERED;
            },
            1);
    submit("slack", "app1", "first");
    assertThat(sending.await(5, TimeUnit.SECONDS)).isTrue();
    submit("slack", "app2", "second");

    dispatcher.close();
    release.countDown();

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events).containsExactly("sent first", "ended first");
  }

  @Test
  void anErrorHarmsOnlyItsDelivery() throws InterruptedException {
    dispatcher =
        dispatcher(
            delivery -> {
              if (delivery.trigger().equals("bad")) {
                throw new LinkageError("broken");
              }
              return DELIVERED;
            },
            1);

    submit("slack", "app", "bad");
    submit("slack", "app", "good");

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events).contains("sent good");
  }

  @Test
  void oneTooManyPushesTheOldestThatWaitsOutAsADeadLetter() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    dispatcher =
        dispatcher(
            delivery -> {
              awaitQuietly(release);
              return DELIVERED;
            },
            1);

    for (int i = 0; i <= Dispatcher.MOST_WAITING + 1; i++) {
      submit("slack", "app", "t" + i);
    }
    release.countDown();

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events)
        .startsWith("dead t1: more than 1000 messages waited before it", "ended t1", "sent t0")
        .doesNotContain("sent t1")
        .contains("sent t1001");
  }

  @Test
  void whatIsNoLongerWantedWhenItsTurnComesIsNotSent() throws InterruptedException {
    dispatcher = dispatcher(delivery -> DELIVERED, 1);

    dispatcher.submit(
        delivery("slack", "app", "t"),
        new Completion() {
          @Override
          public boolean wanted() {
            return false;
          }

          @Override
          public void ended(Delivery delivery, boolean delivered) {
            events.add("ended " + delivered);
          }
        });

    assertThat(dispatcher.awaitIdle(LIMIT)).isTrue();
    assertThat(events).containsExactly("ended false");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Dispatcher dispatcher(Function<Delivery, Outcome> sending, int parallelism) {
    RetryPolicy policy =
        new RetryPolicy(4, Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMinutes(1));
    Sender sender =
        new Sender() {
          @Override
          public Outcome send(Delivery delivery) {
            return sending.apply(delivery);
          }

          @Override
          public Limits limits(Delivery delivery) {
            return new Limits(delivery.destination().service(), parallelism, Optional.empty());
          }

          @Override
          public RetryPolicy retries(Delivery delivery) {
            return policy;
          }
        };
    return new Dispatcher(sender, new Recorder(), Clock.systemUTC());
  }

  private void submit(String service, String object, String trigger) {
    dispatcher.submit(
        delivery(service, object, trigger),
        (ended, sent) -> events.add("ended " + ended.trigger()));
  }

  private static Delivery delivery(String service, String object, String trigger) {
    KubeObject subject = new KubeObject(Map.of("metadata", Map.of("name", object)));
    return new Delivery(
        new Snapshot(subject),
        "",
        "",
        trigger,
        "[0].x",
        List.of("t"),
        new Destination(service, ""),
        trigger,
        Clock.systemUTC().instant());
  }

  private static Outcome retryable(String reason, Duration after) {
    return new Outcome.Retryable(reason, Optional.ofNullable(after));
  }

  private final class Recorder implements DeliveryListener {
    @Override
    public void delivered(Delivery delivery, int attempt, Duration took) {
      record("sent", delivery.trigger());
    }

    @Override
    public void postponed(Delivery delivery, int attempt, String reason, Duration wait) {
      record("postponed", delivery.trigger() + ":", reason);
    }

    @Override
    public void dead(Delivery delivery, int attempt, String reason) {
      record("dead", delivery.trigger() + ":", reason);
    }

    private void record(String... words) {
      events.add(String.join(" ", Arrays.asList(words)));
    }
  }
}
