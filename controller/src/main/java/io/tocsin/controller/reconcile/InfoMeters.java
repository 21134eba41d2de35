package io.tocsin.controller.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A metric whose name ends with {@code _info} and whose value is always 1: a gauge would lose that
 * ending, which Prometheus' client keeps for this. Only a registry of Prometheus shows it.
 * Thread-safe.
 */
final class InfoMeters implements AutoCloseable {
  private final Set<Tags> rows = ConcurrentHashMap.newKeySet();
  private final Optional<PrometheusRegistry> registry;
  private final Collector collector;

  /**
   * @param name without {@code _info}
   */
  InfoMeters(MeterRegistry registry, String name, String description) {
    this.registry =
        registry instanceof PrometheusMeterRegistry prometheus
            ? Optional.of(prometheus.getPrometheusRegistry())
            : Optional.empty();
    this.collector = () -> snapshot(name, description);
    this.registry.ifPresent(each -> each.register(collector));
  }

  private MetricSnapshot snapshot(String name, String description) {
    InfoSnapshot.Builder snapshot = InfoSnapshot.builder().name(name).help(description);
    for (Tags tags : rows) {
      Labels labels =
          Labels.of(
              tags.stream().map(Tag::getKey).toArray(String[]::new),
              tags.stream().map(Tag::getValue).toArray(String[]::new));
      snapshot.dataPoint(InfoDataPointSnapshot.builder().labels(labels).build());
    }
    return snapshot.build();
  }

  void add(Tags tags) {
    rows.add(tags);
  }

  void remove(Tags tags) {
    rows.remove(tags);
  }

  @Override
  public void close() {
    registry.ifPresent(each -> each.unregister(collector));
  }
}
