package io.tocsin.controller.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tocsin.controller.runtime.ObjectKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Meters that are about one Application each, and end with it. Thread-safe. */
final class ApplicationMeters {
  private final MeterRegistry registry;
  private final InfoMeters infos;
  private final Map<ObjectKey, Owned> owned = new ConcurrentHashMap<>();

  /** A gauge that says what is so until something else is so. */
  record Row(String name, String description, Tags tags, double value) {}

  private static final class Owned {
    private final Map<Row, Meter> rows = new HashMap<>();
    private final Set<Meter> counters = new HashSet<>();
    private Tags info = Tags.empty();
  }

  /**
   * @param infos {@code argocd_app_info}
   */
  ApplicationMeters(MeterRegistry registry, InfoMeters infos) {
    this.registry = registry;
    this.infos = infos;
  }

  /** Shows these and none of those that were shown before. */
  void show(ObjectKey application, Tags info, Collection<Row> rows) {
    owned.compute(
        application,
        (key, before) -> {
          Owned now = before == null ? new Owned() : before;
          List<Row> over = now.rows.keySet().stream().filter(row -> !rows.contains(row)).toList();
          over.forEach(row -> registry.remove(now.rows.remove(row)));
          rows.forEach(row -> now.rows.computeIfAbsent(row, this::gauge));
          if (!info.equals(now.info)) {
            infos.remove(now.info);
            infos.add(info);
            now.info = info;
          }
          return now;
        });
  }

  private Meter gauge(Row row) {
    return Gauge.builder(row.name(), row::value)
        .description(row.description())
        .tags(row.tags())
        .strongReference(true)
        .register(registry);
  }

  /** Counts something that happened to the Application. */
  void count(ObjectKey application, Counter.Builder counter, double amount) {
    owned.compute(
        application,
        (key, before) -> {
          Owned now = before == null ? new Owned() : before;
          Counter meter = counter.register(registry);
          now.counters.add(meter);
          meter.increment(amount);
          return now;
        });
  }

  void forget(ObjectKey application) {
    Owned last = owned.remove(application);
    if (last != null) {
      infos.remove(last.info);
      last.rows.values().forEach(registry::remove);
      last.counters.forEach(registry::remove);
    }
  }
}
