package io.tocsin.controller.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.controller.runtime.WorkQueue;
import java.time.Duration;
import java.util.stream.DoubleStream;

/**
 * The metrics of a work queue by the names that Kubernetes' controllers have for them; there is one
 * queue, which has the name of Argo CD's first. Thread-safe.
 */
final class QueueMeters {
  private static final String NAME = "app_reconciliation_queue";
  private static final Duration[] BUCKETS =
      DoubleStream.of(0.001, 0.01, 0.1, 1, 10)
          .mapToObj(seconds -> Duration.ofMillis((long) (seconds * 1000)))
          .toArray(Duration[]::new);

  private final Timer work;
  private final Counter retries;

  QueueMeters(MeterRegistry registry, WorkQueue<?> queue) {
    Gauge.builder("workqueue_depth", queue, WorkQueue::depth)
        .description("Current depth of workqueue")
        .tag("name", NAME)
        .strongReference(true)
        .register(registry);
    work =
        Timer.builder("workqueue_work_duration_seconds")
            .description("How long in seconds processing an item from workqueue takes.")
            .tag("name", NAME)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    retries =
        Counter.builder("workqueue_retries_total")
            .description("Total number of retries handled by workqueue")
            .tag("name", NAME)
            .register(registry);
  }

  void worked(Duration duration) {
    work.record(duration);
  }

  void retried() {
    retries.increment();
  }
}
