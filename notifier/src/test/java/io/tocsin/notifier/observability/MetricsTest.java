package io.tocsin.notifier.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics(Clock.systemUTC());

  @Test
  void aCounterStillCountsAfterAGarbageCollection() {
    AtomicLong restarts = new AtomicLong();
    metrics.counter("restarts_total", "Restarts.", "watch", "pods", () -> restarts.get());
    collectGarbage();

    restarts.set(3);

    assertThat(metrics.scrape()).contains("restarts_total{watch=\"pods\"} 3.0");
  }

  private static void collectGarbage() {
    WeakReference<Object> unused = new WeakReference<>(new Object());
    while (unused.get() != null) {
      System.gc();
    }
  }
}
