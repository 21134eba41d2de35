package io.tocsin.notifier.cli.app;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Deployment;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.ResourceResult;
import io.tocsin.controller.application.ResourceState;
import io.tocsin.controller.application.Source;
import io.tocsin.controller.application.SyncPolicy;
import io.tocsin.controller.git.GitUrls;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.notifier.cli.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applications as people read them, in argocd's columns. */
final class AppText {
  private static final int COMMIT = 7;

  private AppText() {}

  static String list(List<Application> apps) {
    Table table =
        new Table(
            "NAME",
            "CLUSTER",
            "NAMESPACE",
            "PROJECT",
            "STATUS",
            "HEALTH",
            "SYNCPOLICY",
            "CONDITIONS",
            "REPO",
            "PATH",
            "TARGET");
    for (Application app : apps) {
      table.row(
          app.object().key().toString(),
          cluster(app),
          app.spec().destination().namespace(),
          app.spec().project(),
          orUnknown(app.status().sync().status()),
          orUnknown(app.status().health().status()),
          policy(app),
          conditions(app),
          joined(app, source -> GitUrls.show(source.repoUrl())),
          joined(app, source -> source.chart().isEmpty() ? source.path() : source.chart()),
          joined(app, Source::targetRevision));
    }
    return table.toString();
  }

  static String details(Application app) {
    StringBuilder text = new StringBuilder();
    line(text, "Name", app.object().key().toString());
    line(text, "Project", app.spec().project());
    line(text, "Server", cluster(app));
    line(text, "Namespace", app.spec().destination().namespace());
    for (Source source : app.spec().sources()) {
      line(text, "Repo", GitUrls.show(source.repoUrl()));
      line(text, "Target", source.targetRevision());
      line(text, source.chart().isEmpty() ? "Path" : "Chart", place(source));
    }
    line(text, "Sync Policy", policy(app));
    line(text, "Sync Status", sync(app));
    line(text, "Health Status", health(app));
    app.status()
        .conditions()
        .forEach(condition -> line(text, condition.type(), condition.message()));
    return text.toString();
  }

  static String operation(OperationState state) {
    StringBuilder text = new StringBuilder("\n");
    line(text, "Operation", "Sync");
    line(text, "Phase", state.phase().toString());
    line(text, "Start", state.startedAt().toString());
    state.finishedAt().ifPresent(at -> line(text, "Finished", at.toString()));
    line(text, "Message", state.message());
    return text.toString();
  }

  /** What the last operation said of a resource stands beside it. */
  static String resources(Application app) {
    if (app.status().resources().isEmpty()) {
      return "";
    }
    Map<ResourceKey, String> messages =
        app.status().operationState().stream()
            .flatMap(state -> state.syncResult().stream())
            .flatMap(result -> result.resources().stream())
            .collect(
                Collectors.toMap(
                    ResourceResult::key, ResourceResult::message, (first, second) -> second));
    Table table =
        new Table("GROUP", "KIND", "NAMESPACE", "NAME", "STATUS", "HEALTH", "HOOK", "MESSAGE");
    for (ResourceState state : app.status().resources()) {
      table.row(
          state.key().group(),
          state.key().kind(),
          state.key().namespace(),
          state.key().name(),
          state.requiresPruning() ? state.status() + " (to prune)" : state.status(),
          state.health().map(health -> health.status()).orElse(""),
          state.hook() ? "hook" : "",
          messages.getOrDefault(state.key(), "").replace('\n', ' '));
    }
    return "\n" + table;
  }

  static String parameters(Application app) {
    Table table = new Table("NAME", "VALUE");
    app.spec()
        .sources()
        .forEach(
            source ->
                source
                    .helm()
                    .ifPresent(
                        helm ->
                            helm.parameters()
                                .forEach(each -> table.row(each.name(), each.value()))));
    return "\n" + table;
  }

  static String history(List<Deployment> history) {
    Table table = new Table("ID", "DATE", "REVISION");
    for (Deployment deployment : history) {
      table.row(
          String.valueOf(deployment.id()),
          deployment.deployedAt().toString(),
          revision(deployment));
    }
    return table.toString();
  }

  static String revision(Deployment deployment) {
    if (deployment.revisions().isEmpty()) {
      return named(deployment.sources().stream().findFirst(), deployment.revision());
    }
    return String.join(
        ", ",
        deployment.revisions().stream()
            .map(each -> named(java.util.Optional.empty(), each))
            .toList());
  }

  private static String named(java.util.Optional<Source> source, String revision) {
    String brief = revision.substring(0, Math.min(COMMIT, revision.length()));
    return source
        .map(Source::targetRevision)
        .filter(target -> !target.isEmpty() && !target.equals(revision))
        .map(target -> target + " (" + brief + ")")
        .orElse(revision.length() == 40 ? brief : revision);
  }

  static String sync(Application app) {
    String status = orUnknown(app.status().sync().status());
    String revision = app.status().sync().revision();
    return revision.isEmpty()
        ? status
        : status + " to " + named(app.spec().sources().stream().findFirst(), revision);
  }

  static String health(Application app) {
    String status = orUnknown(app.status().health().status());
    String message = app.status().health().message();
    return message.isEmpty() ? status : status + " (" + message + ")";
  }

  private static String orUnknown(String status) {
    return status.isEmpty() ? "Unknown" : status;
  }

  private static String place(Source source) {
    return source.chart().isEmpty() ? source.path() : source.chart();
  }

  private static String cluster(Application app) {
    String name = app.spec().destination().name();
    return name.isEmpty() ? app.spec().destination().server() : name;
  }

  private static String policy(Application app) {
    return app.spec()
        .syncPolicy()
        .automated()
        .filter(SyncPolicy.Automated::enabled)
        .map(automated -> automated.prune() ? "Auto-Prune" : "Auto")
        .orElse("Manual");
  }

  private static String conditions(Application app) {
    String types =
        app.status().conditions().stream()
            .map(condition -> condition.type())
            .distinct()
            .collect(Collectors.joining(","));
    return types.isEmpty() ? "<none>" : types;
  }

  private static String joined(Application app, Function<Source, String> part) {
    return app.spec().sources().stream().map(part).collect(Collectors.joining(","));
  }

  private static void line(StringBuilder text, String name, String value) {
    String line = "%-15s %s".formatted(name + ":", value);
    text.append(line.stripTrailing()).append('\n');
  }
}
