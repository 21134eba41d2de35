package io.tocsin.notifier.demo;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.PipelineListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the controller and tells the terminal what it held back. Thread-safe. */
public final class Narrator implements PipelineListener {
  private final Screen screen;
  private final Map<String, String> toldAt = new HashMap<>();
  private final Set<String> saidHeldBack = new HashSet<>();
  private final List<String> sent = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private int heldBack;
  private long processed;

  Narrator(Screen screen) {
    this.screen = screen;
  }

  /** What came of it all. */
  public record Summary(List<String> sent, int heldBack, List<String> failed) {
    @Override
    public String toString() {
      return "%d messages sent (%s), %d held back, %d failed"
          .formatted(sent.size(), String.join(", ", sent), heldBack, failed.size());
    }
  }

  synchronized Summary summary() {
    return new Summary(List.copyOf(sent), heldBack, List.copyOf(failed));
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
    toldAt.put(delivery.stateKey(), turn(delivery));
  }

  @Override
  public synchronized void dead(Delivery delivery, int attempt, String reason) {
    failed.add(delivery.trigger() + ": " + reason);
  }

  @Override
  public synchronized void heldBack(Delivery delivery) {
    String key = delivery.stateKey();
    String turn = turn(delivery);
    boolean later = toldAt.containsKey(key) && !toldAt.get(key).equals(turn);
    if (later && saidHeldBack.add(turn + key)) {
      heldBack++;
      screen.heldBack(delivery.trigger(), delivery.destination().toString());
    }
  }

  /** Each turn has a time of its own, which later writes of the controller keep. */
  private static String turn(Delivery delivery) {
    return delivery.object().text("status", "reconciledAt").orElse("");
  }
}
