package io.tocsin.notifier.cli;

import com.google.re2j.PatternSyntaxException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.reconcile.ApplicationController;
import io.tocsin.controller.reconcile.ControllerMetrics;
import io.tocsin.controller.reconcile.ReconcileOptions;
import io.tocsin.controller.reconcile.SelfHealPace;
import io.tocsin.controller.sync.SyncSettings;
import io.tocsin.notifier.config.NamespacePatterns;
import io.tocsin.notifier.observability.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The flags of argocd-application-controller that have a meaning here. */
final class SyncOptions {
  private static final Duration COOLDOWN = Duration.ofSeconds(30);

  @Option(
      names = "--app-resync",
      paramLabel = "SECONDS",
      description =
          "How old a comparison may grow; 0 for any age. Default: timeout.reconciliation of "
              + "argocd-cm, 120 s.")
  private Long resync;

  @Option(
      names = "--app-resync-jitter",
      paramLabel = "SECONDS",
      description =
          "By up to which it may grow older, so that not all are looked at at once. Default: "
              + "timeout.reconciliation.jitter of argocd-cm, 60 s.")
  private Long jitter;

  @Option(
      names = "--app-hard-resync",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "When nothing that was kept is trusted any more; 0 for never.")
  private long hardResync;

  @Option(
      names = "--self-heal-timeout-seconds",
      paramLabel = "SECONDS",
      description = "A fixed delay between repairs, in place of one that grows.")
  private Long selfHealTimeout;

  @Option(
      names = "--self-heal-backoff-timeout-seconds",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "The delay before a second repair. Default: ${DEFAULT-VALUE}.")
  private long selfHealFirst;

  @Option(
      names = "--self-heal-backoff-factor",
      paramLabel = "N",
      defaultValue = "3",
      description = "By how much each further delay is longer. Default: ${DEFAULT-VALUE}.")
  private int selfHealFactor;

  @Option(
      names = "--self-heal-backoff-cap-seconds",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "The longest delay between repairs. Default: ${DEFAULT-VALUE}.")
  private long selfHealCap;

  @Option(
      names = "--status-processors",
      paramLabel = "N",
      defaultValue = "20",
      description = "Applications that are looked at at a time. Default: ${DEFAULT-VALUE}.")
  private int statusProcessors;

  @Option(
      names = "--operation-processors",
      paramLabel = "N",
      defaultValue = "10",
      description = "Added to --status-processors. Default: ${DEFAULT-VALUE}.")
  private int operationProcessors;

  @Option(
      names = "--repo-error-grace-period-seconds",
      paramLabel = "SECONDS",
      defaultValue = "180",
      description =
          "For how long a repository may be out of reach before the status says so. "
              + "Default: ${DEFAULT-VALUE}.")
  private long grace;

  @Option(
      names = "--sync-timeout",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "After which a sync is terminated; 0 for never.")
  private long syncTimeout;

  @Option(
      names = "--repo-cache",
      paramLabel = "FOLDER",
      defaultValue = "${sys:java.io.tmpdir}/tocsin-repositories",
      description = "Where clones of Git repositories are kept. Default: ${DEFAULT-VALUE}.")
  private Path cache;

  @Option(
      names = "--local-repositories",
      paramLabel = "FOLDER",
      description = "Under which file:// repositories may be; none without it.")
  private List<Path> local = List.of();

  @Option(
      names = "--enable-k8s-event",
      paramLabel = "REASONS",
      split = ",",
      defaultValue = "${env:ARGOCD_ENABLE_K8S_EVENT:-all}",
      description =
          "Which reasons of Kubernetes Events are written: all, none, or their names. "
              + "Default: ${DEFAULT-VALUE}.")
  private Set<String> events = Set.of();

  @Option(
      names = "--metrics-application-labels",
      paramLabel = "LABELS",
      split = ",",
      description = "Labels of Applications that the metric argocd_app_labels has.")
  private List<String> metricsLabels = List.of();

  @Option(
      names = "--metrics-application-conditions",
      paramLabel = "TYPES",
      split = ",",
      description = "Types of conditions that the metric argocd_app_condition counts.")
  private List<String> metricsConditions = List.of();

  @Option(
      names = "--webhook-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Port of /api/webhook, for Git servers and registries; 0 for any free one, -1 for none. "
              + "Default: ${DEFAULT-VALUE}.")
  private int webhookPort;

  /**
   * Starts a controller.
   *
   * @param namespaces further ones, as --application-namespaces has them
   * @param leads whether this replica may change anything
   * @throws UsageException when a number is out of its range or a pattern is none
   */
  SyncControl start(
      KubernetesClient client,
      String namespace,
      List<String> namespaces,
      Metrics metrics,
      BooleanSupplier leads)
      throws IOException {
    check();
    ApplicationController controller =
        new ApplicationController(
            client,
            options(namespace, namespaces),
            new ControllerMetrics(metrics.registry(), metricsLabels, metricsConditions),
            Clock.systemUTC(),
            leads);
    return SyncControl.start(controller, webhookPort);
  }

  private void check() {
    if (statusProcessors < 1 || operationProcessors < 0) {
      throw new UsageException("--status-processors: must be at least 1");
    }
    if (selfHealFactor < 1 || selfHealFirst < 0) {
      throw new UsageException("--self-heal-backoff-factor: must be at least 1");
    }
    if (webhookPort < -1 || webhookPort > 65_535) {
      throw new UsageException("--webhook-port: must be from -1 to 65535, not " + webhookPort);
    }
  }

  private ReconcileOptions options(String namespace, List<String> namespaces) {
    GitSettings git = GitSettings.in(cache).withLocalRoots(local.toArray(Path[]::new));
    return new ReconcileOptions(
        namespace,
        others(namespaces),
        statusProcessors + operationProcessors,
        Optional.ofNullable(resync).map(Duration::ofSeconds),
        Optional.ofNullable(jitter).map(Duration::ofSeconds),
        unlessZero(hardResync),
        Duration.ofSeconds(grace),
        pace(),
        unlessZero(syncTimeout),
        SyncSettings.WAVE_DELAY,
        reason -> events.contains("all") || events.contains(reason),
        git);
  }

  private SelfHealPace pace() {
    Duration fixed = Duration.ofSeconds(selfHealTimeout == null ? 0 : selfHealTimeout);
    Duration longest = Duration.ofSeconds(selfHealCap);
    return selfHealTimeout == null
        ? new SelfHealPace(
            Duration.ofSeconds(selfHealFirst), selfHealFactor, longest, longest.plus(COOLDOWN))
        : new SelfHealPace(fixed, 1, fixed, fixed.plus(COOLDOWN));
  }

  private static Optional<Duration> unlessZero(long seconds) {
    return seconds <= 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  private static Optional<Predicate<String>> others(List<String> namespaces) {
    if (namespaces.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(NamespacePatterns.of(namespaces)::matches);
    } catch (PatternSyntaxException e) {
      throw new UsageException("--application-namespaces: " + e.getMessage());
    }
  }
}
