package io.tocsin.notifier.cli.app;

import io.tocsin.notifier.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an Application asks for, by argocd's flags; what is not given stays as it is. */
final class SpecOptions {
  @Option(names = "--project", paramLabel = "NAME", description = "Its project.")
  private String project;

  @Option(names = "--dest-server", paramLabel = "URL", description = "The cluster's address.")
  private String server;

  @Option(names = "--dest-name", paramLabel = "NAME", description = "The cluster's name.")
  private String cluster;

  @Option(names = "--dest-namespace", paramLabel = "NAME", description = "The namespace.")
  private String namespace;

  @Option(
      names = "--sync-policy",
      paramLabel = "automated|none",
      description = "Whether it is synced without being asked.")
  private String policy;

  @Option(
      names = "--auto-prune",
      arity = "0..1",
      fallbackValue = "true",
      description = "Automated syncs delete what the sources no longer have.")
  private Boolean autoPrune;

  @Option(
      names = "--self-heal",
      arity = "0..1",
      fallbackValue = "true",
      description = "Syncs when the cluster changes too.")
  private Boolean selfHeal;

  @Option(
      names = "--allow-empty",
      arity = "0..1",
      fallbackValue = "true",
      description = "Automated syncs may delete everything.")
  private Boolean allowEmpty;

  @Option(
      names = "--sync-option",
      paramLabel = "NAME=VALUE",
      description = "Such as CreateNamespace=true; with ! before it, takes it away.")
  private List<String> syncOptions = List.of();

  @Option(
      names = "--revision-history-limit",
      paramLabel = "N",
      description = "How many deployments the history keeps.")
  private Long historyLimit;

  @Mixin private RetryOptions retry;
  @Mixin private SourceOptions source;

  /**
   * Writes what was given into a specification.
   *
   * @throws UsageException when flags contradict each other or the specification
   */
  void apply(Tree spec) {
    spec.set(project, "project");
    if (server != null && cluster != null) {
      throw new UsageException("app: give either --dest-server or --dest-name");
    }
    if (server != null || cluster != null) {
      spec.remove("destination", server == null ? "server" : "name");
    }
    spec.set(server, "destination", "server");
    spec.set(cluster, "destination", "name");
    spec.set(namespace, "destination", "namespace");
    spec.set(historyLimit, "revisionHistoryLimit");
    policy(spec);
    source.apply(spec);
  }

  private void policy(Tree spec) {
    if (policy != null) {
      switch (policy) {
        case "automated", "auto" -> spec.object("syncPolicy", "automated");
        case "none", "manual" -> spec.remove("syncPolicy", "automated");
        default ->
            throw new UsageException(
                "app: --sync-policy: must be automated or none, not " + policy);
      }
    }
    boolean detailed = autoPrune != null || selfHeal != null || allowEmpty != null;
    if (detailed && !spec.has("syncPolicy", "automated")) {
      throw new UsageException(
          "app: --auto-prune, --self-heal and --allow-empty need --sync-policy automated");
    }
    spec.set(autoPrune, "syncPolicy", "automated", "prune");
    spec.set(selfHeal, "syncPolicy", "automated", "selfHeal");
    spec.set(allowEmpty, "syncPolicy", "automated", "allowEmpty");
    retry.written().ifPresent(written -> spec.set(written, "syncPolicy", "retry"));
    if (!syncOptions.isEmpty()) {
      spec.set(options(spec), "syncPolicy", "syncOptions");
    }
  }

  private List<Object> options(Tree spec) {
    List<Object> options = new ArrayList<>(spec.list("syncPolicy", "syncOptions"));
    for (String option : syncOptions) {
      String name = option.startsWith("!") ? option.substring(1) : option;
      String key = name.contains("=") ? name.substring(0, name.indexOf('=') + 1) : name + "=";
      options.removeIf(each -> String.valueOf(each).startsWith(key));
      if (!option.startsWith("!")) {
        options.add(option);
      }
    }
    return options;
  }

  static String file(String flag, Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UsageException(
          "app: %s: the file %s cannot be read; give the path of a file".formatted(flag, path));
    }
  }
}
