package io.tocsin.bench;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.reconcile.ApplicationController;
import io.tocsin.controller.reconcile.ControllerMetrics;
import io.tocsin.controller.reconcile.ReconcileOptions;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.tree.Documents;
import io.tocsin.embedded.EmbeddedKubernetes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A control plane, a Git repository and a sync controller in this process. */
final class SyncBench implements AutoCloseable {
  private static final String NAMESPACE = "argocd";

  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();
  private final KubernetesClient client =
      new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(api.kubeconfig())).build();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Path folder = Files.createTempDirectory("reconcile-");
  private final Path origin = folder.resolve("origin");
  private final ApplicationController controller;

  SyncBench(Path definitions) throws IOException {
    try (Stream<Path> files = Files.list(definitions)) {
      for (Path file : files.toList()) {
        put(Files.readString(file));
      }
    }
    put("{apiVersion: v1, kind: Namespace, metadata: {name: argocd}}");
    put("{apiVersion: v1, kind: Namespace, metadata: {name: team}}");
    put(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: default, namespace: argocd}
        spec: {sourceRepos: ['*'], destinations: [{server: '*', namespace: '*'}]}
        """);
    controller =
        new ApplicationController(
            client,
            ReconcileOptions.of(NAMESPACE, git()),
            new ControllerMetrics(registry),
            Clock.systemUTC(),
            () -> true);
  }

  private GitSettings git() {
    return GitSettings.in(folder.resolve("clones"))
        .withLocalRoots(folder)
        .withTimes(Duration.ofHours(1), Duration.ofSeconds(15), Duration.ofSeconds(90));
  }

  private void put(String manifest) {
    for (Object document : Documents.yaml("manifest", manifest)) {
      api.store().put(Documents.asMapping(document).orElseThrow());
    }
  }

  void commit(Map<String, String> files) throws IOException {
    Files.createDirectories(origin);
    try (Git git = Git.init().setDirectory(origin.toFile()).setInitialBranch("main").call()) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = origin.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      git.add().addFilepattern(".").call();
      git.commit().setSign(false).setMessage("all").setAuthor("Ann", "ann@example.com").call();
    } catch (GitAPIException e) {
      throw new IOException(e);
    }
  }

  void application(String name, boolean automated) {
    put(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %s, namespace: argocd}
        spec:
          project: default
          source: {repoURL: 'file://%s', path: app, targetRevision: main}
          destination: {server: 'https://kubernetes.default.svc', namespace: team}
          syncPolicy: %s
        """
            .formatted(
                name, origin, automated ? "{automated: {prune: true, selfHeal: true}}" : "{}"));
  }

  void start() {
    controller.start();
  }

  /** Asks for another look at an Application. */
  void refresh(String name) {
    controller.refresh(new ObjectKey(NAMESPACE, name), false);
  }

  /** Whether nothing is left to do. */
  boolean synced(String name) {
    return api.store()
        .get("argoproj.io/v1alpha1", "Application", NAMESPACE, name)
        .filter(object -> object.get("operation") == null)
        .filter(object -> status(object).equals(Optional.of("Synced")))
        .isPresent();
  }

  /** How many Applications were compared. */
  long compared() {
    return api.store().list("argoproj.io/v1alpha1", "Application").stream()
        .filter(object -> status(object).isPresent())
        .count();
  }

  private static Optional<Object> status(Map<String, Object> application) {
    return application.get("status") instanceof Map<?, ?> status
            && status.get("sync") instanceof Map<?, ?> sync
        ? Optional.ofNullable(sync.get("status"))
        : Optional.empty();
  }

  long reconciles() {
    return registry.find("argocd_app_reconcile").summaries().stream()
        .mapToLong(DistributionSummary::count)
        .sum();
  }

  long gitRequests(String type) {
    return (long)
        registry.find("argocd_git_request_total").tag("request_type", type).counters().stream()
            .mapToDouble(Counter::count)
            .sum();
  }

  void forgetRequests() {
    api.requests().reset();
  }

  long requests() {
    return api.requests().all().values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    controller.close();
    client.close();
    api.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> inward = files.sorted((one, other) -> other.compareTo(one)).toList();
      for (Path file : inward) {
        Files.delete(file);
      }
    } catch (IOException e) {
      System.err.println("left over: " + folder);
    }
  }
}
