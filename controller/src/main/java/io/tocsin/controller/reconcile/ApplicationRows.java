package io.tocsin.controller.reconcile;

import io.micrometer.core.instrument.Tags;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.ApplicationSpec;
import io.tocsin.controller.application.Condition;
import io.tocsin.controller.application.SyncPolicy.Automated;
import io.tocsin.controller.git.GitUrls;
import io.tocsin.controller.reconcile.ApplicationMeters.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The gauges of an Application, by Argo CD's names and labels.
 *
 * @param labels those of Applications that {@code argocd_app_labels} has; empty for no such metric
 * @param conditions types that {@code argocd_app_condition} counts; empty for no such metric
 */
record ApplicationRows(List<String> labels, List<String> conditions) {
  ApplicationRows {
    labels = List.copyOf(labels);
    conditions = List.copyOf(conditions);
  }

  /** The labels of all metrics about an Application. */
  static Tags identity(Application application) {
    return Tags.of(
        "namespace",
        application.namespace(),
        "name",
        application.name(),
        "project",
        application.spec().project());
  }

  /**
   * As it is now.
   *
   * @param orphans absent where they are not watched
   */
  List<Row> of(Application application, OptionalLong orphans) {
    List<Row> rows = new ArrayList<>();
    orphans.ifPresent(
        count ->
            rows.add(
                new Row(
                    "argocd_app_orphaned_resources_count",
                    "Number of orphaned resources per application",
                    identity(application),
                    count)));
    if (!labels.isEmpty()) {
      rows.add(labelled(application));
    }
    counted(application)
        .forEach(
            (type, count) ->
                rows.add(
                    new Row(
                        "argocd_app_condition",
                        "Report application conditions.",
                        identity(application).and("condition", type),
                        count)));
    return rows;
  }

  private Map<String, Long> counted(Application application) {
    return application.status().conditions().stream()
        .map(Condition::type)
        .filter(conditions::contains)
        .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
  }

  private Row labelled(Application application) {
    Tags tags = identity(application);
    for (String label : labels) {
      tags =
          tags.and(
              "label_" + label.replaceAll("[^a-zA-Z0-9_]", "_"),
              application.object().labels().getOrDefault(label, ""));
    }
    return new Row(
        "argocd_app_labels", "Argo Application labels converted to Prometheus labels", tags, 1);
  }

  /**
   * The labels of {@code argocd_app_info}.
   *
   * @param server of the destination, whichever way the Application names it
   */
  static Tags info(Application application, String server) {
    ApplicationSpec spec = application.spec();
    var status = application.status();
    boolean operating = application.object().at("operation") != null;
    String operation = application.deletedAt().isPresent() ? "delete" : operating ? "sync" : "";
    String repository = spec.sources().isEmpty() ? "" : spec.sources().getFirst().repoUrl();
    return identity(application)
        .and(
            "autosync_enabled",
            Boolean.toString(spec.syncPolicy().automated().filter(Automated::enabled).isPresent()),
            "repo",
            GitUrls.normalize(GitUrls.show(repository)),
            "dest_server",
            server,
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
