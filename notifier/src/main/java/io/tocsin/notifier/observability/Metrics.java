package io.tocsin.notifier.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Problem;
import io.tocsin.notifier.delivery.Delivery;
import io.tocsin.notifier.pipeline.PipelineListener;
import java.time.Duration;
import java.util.function.Supplier;

/** The metrics of Argo CD Notifications by name and label, and those of delivery. Thread-safe. */
public final class Metrics implements PipelineListener {
  private static final String DELIVERIES = "argocd_notifications_deliveries_total";
  private static final String EVALUATIONS = "argocd_notifications_trigger_eval_total";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** What Prometheus reads, in its text format 0.0.4. */
  public String scrape() {
    return registry.scrape();
  }

  /** Shows a number that changes, such as a queue's depth. */
  public void gauge(String name, String help, Supplier<Number> value) {
    Gauge.builder(name, value).description(help).register(registry);
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

  /** Counts the errors of a configuration. */
  public static long errors(Configuration configuration) {
    return configuration.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .count();
  }

  @Override
  public void evaluated(String trigger, boolean triggered) {
    evaluations(trigger, triggered).increment();
  }

  @Override
  public void delivered(Delivery delivery, int attempt, Duration took) {
    deliveries(delivery.trigger(), delivery.destination().service(), true).increment();
    Timer.builder("tocsin_delivery_duration_seconds")
        .description("Time that the successful attempt of a delivery took.")
        .tag("service", delivery.destination().service())
        .register(registry)
        .record(took);
  }

  @Override
  public void postponed(Delivery delivery, int attempt, String reason, Duration wait) {
    deliveries(delivery.trigger(), delivery.destination().service(), false).increment();
  }

  @Override
  public void dead(Delivery delivery, int attempt, String reason) {
    deliveries(delivery.trigger(), delivery.destination().service(), false).increment();
    Counter.builder("tocsin_dead_letters_total")
        .description("Deliveries that failed for good.")
        .tag("service", delivery.destination().service())
        .register(registry)
        .increment();
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
