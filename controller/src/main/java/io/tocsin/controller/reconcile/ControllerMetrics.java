package io.tocsin.controller.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.git.GitListener;
import io.tocsin.controller.git.GitMetrics;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.webhook.WebhookListener;
import io.tocsin.controller.webhook.WebhookMetrics;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Argo CD's metrics of its application controller, by name and label. Thread-safe. */
public final class ControllerMetrics {
  private static final Duration[] BUCKETS =
      DoubleStream.of(0.25, 0.5, 1, 2, 4, 8, 16)
          .mapToObj(seconds -> Duration.ofMillis((long) (seconds * 1000)))
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final ApplicationInfo info;

  public ControllerMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.info = new ApplicationInfo(registry);
  }

  GitListener git() {
    return new GitMetrics(registry);
  }

  WebhookListener webhooks() {
    return new WebhookMetrics(registry);
  }

  void ended(Application application, OperationState state) {
    boolean dryRun = state.operation().sync().filter(SyncOperation::dryRun).isPresent();
    Counter.builder("argocd_app_sync_total")
        .description("Number of application syncs.")
        .tags(
            Tags.of(
                "namespace",
                application.namespace(),
                "name",
                application.name(),
                "project",
                application.spec().project(),
                "dest_server",
                application.spec().destination().server(),
                "phase",
                state.phase().toString(),
                "dry_run",
                Boolean.toString(dryRun)))
        .register(registry)
        .increment();
  }

  void reconciled(Application application, Duration duration) {
    Timer.builder("argocd_app_reconcile")
        .description("Application reconciliation performance in seconds.")
        .tag("namespace", application.namespace())
        .tag("dest_server", application.spec().destination().server())
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(duration);
    info.show(application);
  }

  void forget(ObjectKey application) {
    info.forget(application);
  }
}
