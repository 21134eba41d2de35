package io.tocsin.notifier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.embedded.EmbeddedKubernetes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads of a sync controller, by Argo CD's names and labels. */
class SyncMetricsTest {
  private static final String SERVER = "https://kubernetes.default.svc";
  private static final Pattern LABEL = Pattern.compile("([a-z0-9_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final List<String> SHOP =
      List.of("namespace=argocd", "name=shop", "project=default");

  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();
  @TempDir Path folder;
  private GitOps world;
  private GitOps.Controller controller;

  @BeforeEach
  void deploy() throws Exception {
    world = new GitOps(api.kubeconfig(), folder);
    world.push(
        Map.of(
            "shop/one.yaml",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}, data: {value: '1'}}"));
    world.apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: default, namespace: argocd}
        spec:
          sourceRepos: ['*']
          destinations: [{server: '*', namespace: '*'}]
          orphanedResources: {warn: true}
        """);
    world.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: orphan, namespace: team}}");
    world.application("shop", "syncPolicy: {automated: {}}");
    controller =
        world.start(
            "--metrics-application-labels",
            "team,app.kubernetes.io/part-of",
            "--metrics-application-conditions",
            "OrphanedResourceWarning,SyncError");
    world.await("shop", app -> app.status().health().status().equals("Healthy"));
  }

  @AfterEach
  void close() {
    world.close();
    api.close();
  }

  private String scrape() {
    try {
      return world.get(controller, "/metrics").body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for a series with exactly these labels. */
  private void shows(String name, String value, String... labels) {
    TreeSet<String> wanted = new TreeSet<>(List.of(labels));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(
                        scrape()
                            .lines()
                            .filter(line -> line.startsWith(name + "{"))
                            .map(line -> labels(line) + " " + line.replaceFirst(".*} ", "")))
                    .anyMatch(line -> line.matches(Pattern.quote(wanted + " ") + value)));
  }

  private static Set<String> labels(String line) {
    Set<String> labels = new TreeSet<>();
    LABEL
        .matcher(line)
        .results()
        .forEach(found -> labels.add(found.group(1) + "=" + found.group(2)));
    return labels;
  }

  private static String[] shop(String... more) {
    TreeSet<String> all = new TreeSet<>(SHOP);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void anApplicationIsShownAsItIs() {
    shows(
        "argocd_app_info",
        "1",
        shop(
            "autosync_enabled=true",
            "repo=" + world.repository().toLowerCase(Locale.ROOT),
            "dest_server=" + SERVER,
            "dest_namespace=team",
            "sync_status=Synced",
            "health_status=Healthy",
            "operation="));
    shows("argocd_app_labels", "1\\.0", shop("label_team=web", "label_app_kubernetes_io_part_of="));
    shows("argocd_app_condition", "1\\.0", shop("condition=OrphanedResourceWarning"));
    shows("argocd_app_orphaned_resources_count", "1\\.0", shop());
    shows("argocd_app_reconcile_count", "[1-9].*", "namespace=argocd", "dest_server=" + SERVER);
    shows(
        "argocd_app_reconcile_bucket",
        "[1-9].*",
        "namespace=argocd",
        "dest_server=" + SERVER,
        "le=16.0");
  }

  @Test
  void aSyncIsCountedOnceWithItsRequests() {
    shows(
        "argocd_app_sync_total",
        "1\\.0",
        shop("dest_server=" + SERVER, "phase=Succeeded", "dry_run=false"));
    shows("argocd_app_sync_duration_seconds_total", "[0-9].*", shop("dest_server=" + SERVER));
    shows(
        "argocd_app_k8s_request_total",
        "[1-9].*",
        shop(
            "server=" + SERVER,
            "response_code=201",
            "verb=Create",
            "resource_kind=configmaps",
            "resource_namespace=team",
            "dry_run=false"));
  }

  @Test
  void gitAndTheClusterAreShown() {
    String repository = "repo=" + world.repository();
    shows("argocd_git_request_total", "1\\.0", repository, "request_type=fetch");
    shows("argocd_git_request_total", "[1-9].*", repository, "request_type=ls-remote");
    shows("argocd_git_request_duration_seconds_count", "1", repository, "request_type=fetch");
    shows(
        "argocd_cluster_info",
        "1",
        "server=" + SERVER,
        "name=in-cluster",
        "k8s_version=" + world.version());
    shows(
        "argocd_cluster_connection_status",
        "1\\.0",
        "server=" + SERVER,
        "k8s_version=" + world.version());
    shows("argocd_cluster_api_resources", "[1-9].*", "server=" + SERVER);
    shows("argocd_cluster_api_resource_objects", "[1-9].*", "server=" + SERVER);
    shows("argocd_cluster_cache_age_seconds", "[0-9].*", "server=" + SERVER);
    shows("argocd_cluster_events_total", "[1-9].*", "server=" + SERVER, "group=", "kind=ConfigMap");
    shows("workqueue_depth", "0\\.0", "name=app_reconciliation_queue");
    shows("workqueue_work_duration_seconds_count", "[1-9].*", "name=app_reconciliation_queue");
    shows("workqueue_retries_total", "[0-9].*", "name=app_reconciliation_queue");
  }

  @Test
  void anApplicationThatIsGoneIsShownNoMore() {
    assertThat(world.app("delete", "shop", "-p", "background", "--wait").code()).isZero();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(scrape()).doesNotContain("name=\"shop\""));
  }
}
