package io.tocsin.controller.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
  private static final RetryPace PACE =
      new RetryPace(Duration.ofSeconds(1), Duration.ofSeconds(5), 10, 100);

  private final TestClock clock = new TestClock();
  private final WorkQueue<String> queue = new WorkQueue<>(PACE, clock);

  @Test
  void keysComeOutInOrderAndOnceHoweverOftenTheyWereAdded() {
    List.of("a", "b", "a", "c", "b").forEach(queue::add);

    assertThat(queue.depth()).isEqualTo(3);
    assertThat(all()).containsExactly("a", "b", "c");
  }

  @Test
  void aKeyThatIsWorkedOnWaitsUntilThatIsDone() {
    queue.add("a");
    assertThat(queue.poll()).contains("a");

    queue.add("a");
    queue.add("a");
    assertThat(queue.poll()).isEmpty();
    assertThat(queue.depth()).isEqualTo(1);

    queue.done("a");
    assertThat(queue.poll()).contains("a");
    queue.done("a");
    assertThat(queue.poll()).isEmpty();
  }

  @Test
  void whatIsWantedLaterComesAtItsTime() {
    queue.addAfter("late", Duration.ofSeconds(10));
    queue.addAfter("early", Duration.ofSeconds(5));
    queue.addAfter("late", Duration.ofSeconds(7));
    queue.addAfter("late", Duration.ofSeconds(20));
    assertThat(all()).isEmpty();

    clock.pass(Duration.ofSeconds(5));
    assertThat(all()).containsExactly("early");
    clock.pass(Duration.ofSeconds(2));
    assertThat(all()).containsExactly("late");
    clock.pass(Duration.ofMinutes(1));
    assertThat(all()).isEmpty();
  }

  @Test
  void whatIsAddedAtOnceIsNotWantedLaterAsWell() {
    queue.addAfter("a", Duration.ofSeconds(5));
    queue.add("a");
    assertThat(all()).containsExactly("a");

    clock.pass(Duration.ofSeconds(5));
    assertThat(all()).isEmpty();
  }

  @Test
  void eachFailureDoublesTheDelayUntilTheKeyIsForgotten() {
    for (int seconds : new int[] {1, 2, 4, 5, 5}) {
      queue.addRateLimited("a");
      clock.pass(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(all()).isEmpty();
      clock.pass(Duration.ofMillis(1));
      assertThat(all()).containsExactly("a");
    }
    assertThat(queue.failures("a")).isEqualTo(5);

    queue.forget("a");
    queue.addRateLimited("a");
    clock.pass(Duration.ofSeconds(1));
    assertThat(all()).containsExactly("a");
  }

  @Test
  void allKeysTogetherAreHeldToTheirPace() {
    WorkQueue<Integer> many =
        new WorkQueue<>(new RetryPace(Duration.ofMillis(1), Duration.ofSeconds(5), 10, 100), clock);
    IntStream.range(0, 150).forEach(many::addRateLimited);

    clock.pass(Duration.ofMillis(1));
    assertThat(drained(many)).hasSize(100);
    clock.pass(Duration.ofSeconds(2));
    assertThat(drained(many)).hasSize(20);
    clock.pass(Duration.ofSeconds(3));
    assertThat(drained(many)).hasSize(30);
  }

  @Test
  void theOldestThatWaitsIsKnown() {
    assertThat(queue.oldest()).isZero();
    queue.addAfter("a", Duration.ofSeconds(1));
    queue.add("b");
    clock.pass(Duration.ofSeconds(3));

    assertThat(queue.oldest()).isEqualTo(Duration.ofSeconds(3));
    assertThat(queue.poll()).contains("b");
    assertThat(queue.oldest()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aClosedQueueGivesOutWhatWaitsAndNoMore() throws InterruptedException {
    queue.add("a");
    queue.addAfter("b", Duration.ofSeconds(1));
    queue.close();
    queue.add("c");
    clock.pass(Duration.ofSeconds(1));

    assertThat(queue.take()).contains("a");
    assertThat(queue.take()).isEmpty();
    assertThat(queue.awaitIdle(Duration.ofMillis(10))).isFalse();
    queue.done("a");
    assertThat(queue.awaitIdle(Duration.ofMillis(10))).isTrue();
  }

  @Test
  void manyWorkersNeverHaveTheSameKeyAndMissNothing() throws InterruptedException {
    WorkQueue<Integer> shared = new WorkQueue<>(PACE, Clock.systemUTC());
    ConcurrentHashMap<Integer, AtomicInteger> inside = new ConcurrentHashMap<>();
    ConcurrentHashMap<Integer, Integer> written = new ConcurrentHashMap<>();
    ConcurrentHashMap<Integer, Integer> seen = new ConcurrentHashMap<>();
    AtomicInteger clashes = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      workers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (Optional<Integer> key = shared.take();
                          key.isPresent();
                          key = shared.take()) {
                        AtomicInteger busy =
                            inside.computeIfAbsent(key.get(), k -> new AtomicInteger());
                        if (busy.incrementAndGet() > 1) {
                          clashes.incrementAndGet();
                        }
                        seen.put(key.get(), written.get(key.get()));
                        busy.decrementAndGet();
                        shared.done(key.get());
                      }
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    for (int i = 0; i < 20_000; i++) {
      written.put(i % 10, i);
      shared.add(i % 10);
    }
    shared.close();
    for (Thread worker : workers) {
      worker.join();
    }

    assertThat(clashes).hasValue(0);
    assertThat(seen).isEqualTo(written);
  }

  @Test
  void whoWaitsIsWokenByTheEndOfADelay() throws InterruptedException {
    WorkQueue<String> real = new WorkQueue<>(PACE, Clock.systemUTC());
    real.addAfter("a", Duration.ofMillis(50));

    assertThat(real.take()).contains("a");
    await().until(() -> real.depth() == 0);
  }

  @Test
  void aPaceThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new RetryPace(Duration.ZERO, Duration.ofSeconds(1), 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> all() {
    return drained(queue);
  }

  private static <K> List<K> drained(WorkQueue<K> queue) {
    List<K> all = new ArrayList<>();
    for (Optional<K> key = queue.poll(); key.isPresent(); key = queue.poll()) {
      all.add(key.get());
    }
    all.forEach(queue::done);
    return all;
  }
}
