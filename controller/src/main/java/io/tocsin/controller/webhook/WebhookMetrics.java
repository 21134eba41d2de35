package io.tocsin.controller.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.controller.git.GitUrls;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Argo CD's metrics of webhooks, and one of answers. The label {@code repo} has the URLs of
 * Applications' sources alone: what senders write could have any number of values. Thread-safe.
 */
public final class WebhookMetrics implements WebhookListener {
  private final MeterRegistry registry;
  private final AtomicInteger inFlight = new AtomicInteger();

  public WebhookMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("argocd_webhook_handlers_in_flight", inFlight, AtomicInteger::get)
        .description("Number of webhook events that are being worked off.")
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void answered(int status) {
    Counter.builder("tocsin_webhook_answers_total")
        .description("Webhook requests by the status they were answered with.")
        .tag("code", Integer.toString(status))
        .register(registry)
        .increment();
  }

  @Override
  public void concerned(String repository) {
    Counter.builder("argocd_webhook_requests_total")
        .description("Number of webhook requests received by repo.")
        .tag("repo", GitUrls.normalize(GitUrls.show(repository)))
        .register(registry)
        .increment();
  }

  @Override
  public void working(boolean begins) {
    inFlight.addAndGet(begins ? 1 : -1);
  }
}
