package io.tocsin.notifier.demo;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.PipelineListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Follows the controller and tells the terminal what it held back. Thread-safe. */
public final class Narrator implements PipelineListener {
  private final Screen screen;
  private final Function<KubeObject, String> turn;
  private final Predicate<String> refuses;
  private final Map<String, String> toldAt = new HashMap<>();
  private final Map<String, Delivery> heldBackNow = new LinkedHashMap<>();
  private final List<String> sent = new ArrayList<>();
  private final Set<String> givenUp = new HashSet<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private int heldBack;
  private long processed;

  /**
   * Has told nothing yet.
   *
   * @param turn what is the same in all versions of an object that belong to one turn of the story
   * @param refuses whether what a namespace configured is refused on purpose
   */
  Narrator(Screen screen, Function<KubeObject, String> turn, Predicate<String> refuses) {
    this.screen = screen;
    this.turn = turn;
    this.refuses = refuses;
  }

  /**
   * What came of it all.
   *
   * @param refused what the story means to be refused
   */
  public record Summary(
      List<String> sent, int heldBack, List<String> refused, List<String> failed) {
    @Override
    public String toString() {
      return "%d messages sent (%s), %d held back, %s%d failed"
          .formatted(
              sent.size(),
              String.join(", ", sent),
              heldBack,
              refused.isEmpty() ? "" : refused.size() + " refused, ",
              failed.size());
    }
  }

  synchronized Summary summary() {
    return new Summary(List.copyOf(sent), heldBack, List.copyOf(refused), List.copyOf(failed));
  }

  synchronized void awaitProcessed(String resourceVersion, Duration limit)
      throws InterruptedException {
    long wanted = Long.parseLong(resourceVersion);
    long end = System.nanoTime() + limit.toNanos();
    while (processed < wanted && System.nanoTime() < end) {
      wait(100);
    }
  }

  @Override
  public synchronized void processed(KubeObject object) {
    processed = Math.max(processed, Long.parseLong(object.resourceVersion()));
    notifyAll();
  }

  @Override
  public synchronized void delivered(Delivery delivery, int attempt, Duration took) {
    sent.add(delivery.trigger());
    toldAt.put(delivery.stateKey(), turn.apply(delivery.object()));
    heldBackNow.remove(delivery.stateKey());
  }

  @Override
  public synchronized void dead(Delivery delivery, int attempt, String reason) {
    List<String> list = refuses.test(delivery.scope()) ? refused : failed;
    list.add(delivery.trigger() + ": " + reason);
    givenUp.add(delivery.stateKey());
    heldBackNow.remove(delivery.stateKey());
    screen.failed(delivery.trigger(), delivery.destination().toString(), reason);
  }

  /** What is also told in the same turn was held back for a moment alone. */
  @Override
  public synchronized void heldBack(Delivery delivery) {
    boolean toldNow = turn.apply(delivery.object()).equals(toldAt.get(delivery.stateKey()));
    if (!toldNow && !givenUp.contains(delivery.stateKey())) {
      heldBackNow.put(delivery.stateKey(), delivery);
    }
  }

  /** Shows what was held back in this turn. */
  synchronized void endTurn() {
    heldBackNow
        .values()
        .forEach(
            delivery -> screen.heldBack(delivery.trigger(), delivery.destination().toString()));
    heldBack += heldBackNow.size();
    heldBackNow.clear();
  }
}
