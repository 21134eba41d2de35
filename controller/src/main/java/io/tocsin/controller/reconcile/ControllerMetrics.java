package io.tocsin.controller.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Operation;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.git.GitListener;
import io.tocsin.controller.git.GitMetrics;
import io.tocsin.controller.reconcile.cluster.ClusterListener;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.WorkQueue;
import io.tocsin.controller.sync.cluster.RequestListener;
import io.tocsin.controller.webhook.WebhookListener;
import io.tocsin.controller.webhook.WebhookMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Argo CD's metrics of its application controller, by name and label. Thread-safe. */
public final class ControllerMetrics implements AutoCloseable {
  private static final double[] BUCKETS = {0.25, 0.5, 1, 2, 4, 8, 16};

  private final MeterRegistry registry;
  private final ApplicationRows rows;
  private final ApplicationMeters meters;
  private final InfoMeters applications;
  private final InfoMeters clusters;

  /** Without the metrics that must be asked for. */
  public ControllerMetrics(MeterRegistry registry) {
    this(registry, List.of(), List.of());
  }

  /**
   * With the metrics that must be asked for.
   *
   * @param labels those of Applications that {@code argocd_app_labels} has
   * @param conditions types that {@code argocd_app_condition} counts
   */
  public ControllerMetrics(MeterRegistry registry, List<String> labels, List<String> conditions) {
    this.registry = registry;
    this.rows = new ApplicationRows(labels, conditions);
    this.applications = new InfoMeters(registry, "argocd_app", "Information about application.");
    this.clusters = new InfoMeters(registry, "argocd_cluster", "Information about cluster.");
    this.meters = new ApplicationMeters(registry, applications);
  }

  GitListener git() {
    return new GitMetrics(registry);
  }

  WebhookListener webhooks() {
    return new WebhookMetrics(registry);
  }

  ClusterListener clusters(Clock clock) {
    return new ClusterMeters(registry, clusters, clock);
  }

  QueueMeters queue(WorkQueue<?> queue) {
    return new QueueMeters(registry, queue);
  }

  void ended(Application application, String server, OperationState state) {
    boolean dryRun = state.operation().sync().filter(SyncOperation::dryRun).isPresent();
    ObjectKey key = application.object().key();
    Tags tags = ApplicationRows.identity(application).and("dest_server", server);
    meters.count(
        key,
        Counter.builder("argocd_app_sync_total")
            .description("Number of application syncs.")
            .tags(tags)
            .tags("phase", state.phase().toString(), "dry_run", Boolean.toString(dryRun)),
        1);
    state
        .finishedAt()
        .map(end -> Duration.between(state.startedAt(), end))
        .ifPresent(
            took ->
                meters.count(
                    key,
                    Counter.builder("argocd_app_sync_duration_seconds_total")
                        .description("Application sync performance in seconds total.")
                        .tags(tags),
                    took.toMillis() / 1e3));
  }

  /** Counts the requests that are made for an Application. */
  RequestListener requests(Application application, String server) {
    boolean dryRun =
        application.operation().flatMap(Operation::sync).filter(SyncOperation::dryRun).isPresent();
    ObjectKey key = application.object().key();
    Tags tags =
        ApplicationRows.identity(application)
            .and("server", server, "dry_run", Boolean.toString(dryRun));
    return (verb, resource, namespace, code) ->
        meters.count(
            key,
            Counter.builder("argocd_app_k8s_request_total")
                .description(
                    "Number of kubernetes requests executed during application reconciliation.")
                .tags(tags)
                .tags(
                    "verb",
                    verb,
                    "response_code",
                    Integer.toString(code),
                    "resource_kind",
                    resource,
                    "resource_namespace",
                    namespace),
            1);
  }

  /**
   * @param server of the destination, whichever way the Application names it
   */
  void reconciled(Application application, String server, OptionalLong orphans, Duration duration) {
    DistributionSummary.builder("argocd_app_reconcile")
        .description("Application reconciliation performance in seconds.")
        .tag("namespace", application.namespace())
        .tag("dest_server", server)
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(duration.toNanos() / 1e9);
    meters.show(
        application.object().key(),
        ApplicationRows.info(application, server),
        rows.of(application, orphans));
  }

  void forget(ObjectKey application) {
    meters.forget(application);
  }

  /** Shows nothing more of what is so, as another controller may use the registry. */
  @Override
  public void close() {
    applications.close();
    clusters.close();
  }
}
