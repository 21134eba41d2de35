package io.tocsin.notifier.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.PipelineListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The metrics of Argo CD Notifications by name and label, and those of delivery. Thread-safe. */
public final class Metrics implements PipelineListener {
  private static final String DELIVERIES = "argocd_notifications_deliveries_total";
  private static final String EVALUATIONS = "argocd_notifications_trigger_eval_total";

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(5),
    Duration.ofHours(1)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<Supplier<Number>> counted = new CopyOnWriteArrayList<>();
  private final Clock clock;

  /** The clock that deliveries are queued by. */
  public Metrics(Clock clock) {
    this.clock = clock;
  }

  /** What Prometheus reads, in its text format 0.0.4. */
  public String scrape() {
    return registry.scrape();
  }

  /** For what else in this process is measured. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Shows a number that changes, such as a queue's depth. */
  public void gauge(String name, String help, Supplier<Number> value) {
    Gauge.builder(name, value).description(help).register(registry);
  }

  /** Shows a number that only grows, with one label. */
  public void counter(
      String name, String help, String label, String value, Supplier<Number> count) {
    // the registry holds what it asks by a weak reference only
    counted.add(count);
    FunctionCounter.builder(name, count, now -> now.get().doubleValue())
        .description(help)
        .tag(label, value)
        .register(registry);
  }

  /**
   * Shows every trigger and service of a new configuration at zero, so that rates work from the
   * first event.
   */
  public void configured(Configuration configuration) {
    for (String trigger : configuration.triggers().keySet()) {
      evaluations(trigger, true);
      evaluations(trigger, false);
      for (String service : configuration.services().keySet()) {
        deliveries(trigger, service, true);
        deliveries(trigger, service, false);
      }
    }
  }

  @Override
  public void evaluated(String trigger, boolean triggered) {
    evaluations(trigger, triggered).increment();
  }

  @Override
  public void delivered(Delivery delivery, int attempt, Duration took) {
    deliveries(delivery.trigger(), delivery.destination().service(), true).increment();
    attempts(delivery, "delivered");
    timer(
            "tocsin_delivery_duration_seconds",
            "Time that the successful attempt of a delivery took.",
            delivery)
        .record(took);
    timer(
            "tocsin_delivery_latency_seconds",
            "Time from the change that was worth a message to its delivery.",
            delivery)
        .record(Duration.between(delivery.queued(), clock.instant()));
  }

  @Override
  public void postponed(Delivery delivery, int attempt, String reason, Duration wait) {
    deliveries(delivery.trigger(), delivery.destination().service(), false).increment();
    attempts(delivery, "postponed");
  }

  @Override
  public void dead(Delivery delivery, int attempt, String reason) {
    deliveries(delivery.trigger(), delivery.destination().service(), false).increment();
    attempts(delivery, "dead");
    Counter.builder("tocsin_dead_letters_total")
        .description("Deliveries that failed for good.")
        .tag("service", delivery.destination().service())
        .register(registry)
        .increment();
  }

  private void attempts(Delivery delivery, String outcome) {
    Counter.builder("tocsin_delivery_attempts_total")
        .description("Attempts to deliver, by what became of them.")
        .tags("service", delivery.destination().service(), "outcome", outcome)
        .register(registry)
        .increment();
  }

  private Timer timer(String name, String help, Delivery delivery) {
    return Timer.builder(name)
        .description(help)
        .tag("service", delivery.destination().service())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Counter deliveries(String trigger, String service, boolean succeeded) {
    return Counter.builder(DELIVERIES)
        .description("Number of delivered notifications.")
        .tags("trigger", trigger, "service", service, "succeeded", String.valueOf(succeeded))
        .register(registry);
  }

  private Counter evaluations(String name, boolean triggered) {
    return Counter.builder(EVALUATIONS)
        .description("Number of trigger evaluations.")
        .tags("name", name, "triggered", String.valueOf(triggered))
        .register(registry);
  }
}
