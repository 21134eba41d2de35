package io.tocsin.controller.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.ApplicationSpec;
import io.tocsin.controller.application.SyncPolicy.Automated;
import io.tocsin.controller.runtime.ObjectKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code argocd_app_info}: one for each Application, by how it is. Thread-safe. */
final class ApplicationInfo {
  private final MeterRegistry registry;
  private final Map<ObjectKey, Shown> shown = new ConcurrentHashMap<>();

  private record Shown(Tags tags, Meter meter) {}

  ApplicationInfo(MeterRegistry registry) {
    this.registry = registry;
  }

  void show(Application application) {
    Tags tags = tags(application);
    shown.compute(
        application.object().key(),
        (key, before) -> {
          if (before != null && before.tags().equals(tags)) {
            return before;
          }
          if (before != null) {
            registry.remove(before.meter());
          }
          return new Shown(
              tags,
              Gauge.builder("argocd_app_info", () -> 1)
                  .description("Information about application.")
                  .tags(tags)
                  .register(registry));
        });
  }

  void forget(ObjectKey application) {
    Shown last = shown.remove(application);
    if (last != null) {
      registry.remove(last.meter());
    }
  }

  private static Tags tags(Application application) {
    ApplicationSpec spec = application.spec();
    var status = application.status();
    boolean operating = application.object().at("operation") != null;
    String operation = application.deletedAt().isPresent() ? "delete" : operating ? "sync" : "";
    return Tags.of(
        "namespace",
        application.namespace(),
        "name",
        application.name(),
        "project",
        spec.project(),
        "autosync_enabled",
        Boolean.toString(spec.syncPolicy().automated().filter(Automated::enabled).isPresent()),
        "repo",
        spec.sources().isEmpty() ? "" : spec.sources().getFirst().repoUrl(),
        "dest_server",
        spec.destination().server(),
        "dest_namespace",
        spec.destination().namespace(),
        "sync_status",
        orUnknown(status.sync().status()),
        "health_status",
        orUnknown(status.health().status()),
        "operation",
        operation);
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? "Unknown" : text;
  }
}
