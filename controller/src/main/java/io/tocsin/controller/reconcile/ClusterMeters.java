package io.tocsin.controller.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tocsin.controller.reconcile.cluster.ClusterConnection;
import io.tocsin.controller.reconcile.cluster.ClusterListener;
import io.tocsin.controller.runtime.ResourceKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Argo CD's metrics of clusters (controller/metrics/clustercollector.go). Thread-safe. */
final class ClusterMeters implements ClusterListener {
  private final MeterRegistry registry;
  private final InfoMeters infos;
  private final Clock clock;
  private final Map<ClusterConnection, Queue<Meter>> meters = new ConcurrentHashMap<>();
  private final Map<ClusterConnection, Tags> described = new ConcurrentHashMap<>();

  /**
   * @param infos {@code argocd_cluster_info}
   */
  ClusterMeters(MeterRegistry registry, InfoMeters infos, Clock clock) {
    this.registry = registry;
    this.infos = infos;
    this.clock = clock;
  }

  @Override
  public void opened(ClusterConnection cluster) {
    meters.put(cluster, new ConcurrentLinkedQueue<>());
    Instant since = clock.instant();
    Tags server = Tags.of("server", cluster.identity().server());
    show(
        cluster,
        "argocd_cluster_api_resource_objects",
        "Number of k8s resource objects in the cache.",
        server,
        () -> cluster.live().objects());
    show(
        cluster,
        "argocd_cluster_api_resources",
        "Number of monitored kubernetes API resources.",
        server,
        () -> cluster.live().size());
    show(
        cluster,
        "argocd_cluster_cache_age_seconds",
        "Cluster cache age in seconds.",
        server,
        () -> Duration.between(since, clock.instant()).toSeconds());
  }

  @Override
  public void described(ClusterConnection cluster) {
    Tags version =
        Tags.of(
            "server", cluster.identity().server(), "k8s_version", cluster.facts().kubeVersion());
    show(
        cluster,
        "argocd_cluster_connection_status",
        "The k8s cluster current connection status.",
        version,
        () -> cluster.live().failure().isEmpty() ? 1 : 0);
    Tags info = version.and("name", cluster.identity().name());
    described.put(cluster, info);
    infos.add(info);
  }

  private void show(
      ClusterConnection cluster, String name, String help, Tags tags, Supplier<Number> value) {
    Gauge gauge =
        Gauge.builder(name, value)
            .description(help)
            .tags(tags)
            .strongReference(true)
            .register(registry);
    Queue<Meter> known = meters.get(cluster);
    if (known == null) {
      registry.remove(gauge);
    } else {
      known.add(gauge);
    }
  }

  @Override
  public void closed(ClusterConnection cluster) {
    Optional.ofNullable(described.remove(cluster)).ifPresent(infos::remove);
    Queue<Meter> known = meters.remove(cluster);
    if (known != null) {
      known.forEach(registry::remove);
    }
  }

  @Override
  public void event(String server, ResourceKey key) {
    Counter.builder("argocd_cluster_events_total")
        .description("Number of processes k8s resource events.")
        .tags("server", server, "group", key.group(), "kind", key.kind())
        .register(registry)
        .increment();
  }
}
