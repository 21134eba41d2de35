package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.Condition;
import io.tocsin.controller.git.GitSettings;
import io.tocsin.controller.git.Origin;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.controller.tree.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A control plane, a Git repository and a controller; tests are users, and play the kubelet. */
final class Scene implements AutoCloseable {
  static final String NAMESPACE = "argocd";
  private static final ApplyOptions PLAIN =
      new ApplyOptions(ApplyOptions.Method.CLIENT, false, false, false, Set.of());

  final KubernetesClient client;
  final KubernetesCluster cluster;
  final Origin origin;
  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Path folder;
  private ApplicationController controller;
  private ReconcileOptions options;

  Scene(String kubeconfig, Path folder) throws Exception {
    this.client =
        new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
    new Remains(client).clear();
    this.cluster = new KubernetesCluster(client);
    this.folder = folder;
    this.origin = Origin.in(folder.resolve("origins/team"));
    this.options = options(Duration.ofMillis(1));
    definitions();
    apply("{apiVersion: v1, kind: Namespace, metadata: {name: argocd}}");
    apply("{apiVersion: v1, kind: Namespace, metadata: {name: team}}");
    project("default", "");
  }

  private ReconcileOptions options(Duration believed) {
    GitSettings git =
        GitSettings.in(folder.resolve("clones"))
            .withLocalRoots(folder.resolve("origins"))
            .withTimes(believed, Duration.ofSeconds(5), Duration.ofSeconds(20));
    return ReconcileOptions.of(NAMESPACE, git)
        .withPace(Optional.of(Duration.ofHours(1)), SelfHealPace.DEFAULT, Duration.ofMillis(10));
  }

  /** Branches and tags are asked for as seldom as that. */
  Scene believing(Duration refs) {
    options = options(refs);
    return this;
  }

  private void definitions() throws IOException {
    if (cluster.kind("argoproj.io/v1alpha1", "AppProject").isPresent()) {
      return;
    }
    try (Stream<Path> files = Files.list(Path.of("../deploy/crds"))) {
      for (Path file : files.toList()) {
        apply(Files.readString(file));
      }
    }
  }

  /** A project that permits everything, and what else is said. */
  Scene project(String name, String more) {
    apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata: {name: %s, namespace: argocd}
        spec:
          sourceRepos: ['*']
          destinations: [{server: '*', namespace: '*'}]
          clusterResourceWhitelist: [{group: '*', kind: '*'}]
        %s
        """
            .formatted(name, more.indent(2)));
    return this;
  }

  Scene healing(SelfHealPace pace) {
    options = options.withPace(options.resync(), pace, options.waveDelay());
    return this;
  }

  /** Comparisons grow so old, and older by a part of the jitter. */
  Scene refreshing(Duration age, Duration jitter) {
    options =
        options
            .withPace(Optional.of(age), options.selfHeal(), options.waveDelay())
            .withJitter(Optional.of(jitter));
    return this;
  }

  /** Events of these reasons alone are written. */
  Scene telling(String... reasons) {
    options = options.withEvents(Set.of(reasons)::contains);
    return this;
  }

  /** A repository may be out of reach for so long; a sync may take so long. */
  Scene patient(Duration gitGrace, Optional<Duration> operationTimeout) {
    return with(options.otherNamespaces(), gitGrace, operationTimeout);
  }

  /** Applications of these namespaces are taken on, too. */
  Scene alsoIn(String... namespaces) {
    return with(
        Optional.of(Set.of(namespaces)::contains), options.gitGrace(), options.operationTimeout());
  }

  private Scene with(
      Optional<Predicate<String>> others, Duration gitGrace, Optional<Duration> timeout) {
    options =
        new ReconcileOptions(
            options.namespace(),
            others,
            options.workers(),
            options.resync(),
            options.jitter(),
            options.hardResync(),
            gitGrace,
            options.selfHeal(),
            timeout,
            options.waveDelay(),
            options.events(),
            options.git());
    return this;
  }

  Scene start() {
    controller =
        new ApplicationController(
            client, options, new ControllerMetrics(registry), Clock.systemUTC(), () -> true);
    controller.start();
    return this;
  }

  ApplicationController controller() {
    return controller;
  }

  void stop() {
    if (controller != null) {
      controller.close();
      controller = null;
    }
  }

  /** Commits files to the repository. */
  String push(Map<String, String> files) throws Exception {
    return origin.commit("change", files);
  }

  /** Creates or changes what a manifest says. */
  void apply(String yaml) {
    for (Object document : Documents.yaml("manifest", yaml)) {
      KubeObject object = new KubeObject(Documents.asMapping(document).orElseThrow());
      ResourceKind kind = cluster.kind(object.apiVersion(), object.kind()).orElseThrow();
      cluster.apply(kind, object, PLAIN);
    }
  }

  /** An Application of the repository's folder {@code app}, and what else its spec says. */
  Scene application(String name, String more) {
    apply(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: %s, namespace: argocd}
        spec:
          project: default
          source: {repoURL: '%s', path: app, targetRevision: main}
          destination: {server: 'https://kubernetes.default.svc', namespace: team}
        %s
        """
            .formatted(name, origin.url(), more.indent(2)));
    return this;
  }

  void refresh(String name) {
    patch(name, "{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/refresh\":\"normal\"}}}");
  }

  void sync(String name, String operation) {
    patch(name, "{\"operation\":{\"sync\":" + operation + "}}");
  }

  void patch(String name, String patch) {
    patch(ResourceKind.APPLICATION, name, patch);
  }

  void restrict(String project, String patch) {
    patch(ResourceKind.APP_PROJECT, project, patch);
  }

  /** Changes an object of the control plane. */
  void patch(ResourceKind kind, String name, String patch) {
    own(kind, name).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  void delete(String name) {
    own(ResourceKind.APPLICATION, name).delete();
  }

  void deleteProject(String name) {
    own(ResourceKind.APP_PROJECT, name).delete();
  }

  private Resource<GenericKubernetesResource> own(ResourceKind kind, String name) {
    return client.genericKubernetesResources(kind.context()).inNamespace(NAMESPACE).withName(name);
  }

  Application get(String name) {
    return Application.of(KubeObjects.of(own(ResourceKind.APPLICATION, name).get()));
  }

  boolean exists(String name) {
    return own(ResourceKind.APPLICATION, name).get() != null;
  }

  /** Writes down each version of an Application from now on. */
  Versions versions(String name) {
    return new Versions(client, NAMESPACE, name);
  }

  /** Waits until the Application is so. */
  Application await(String name, Predicate<Application> wanted) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () -> {
              Application now = get(name);
              assertThat(wanted.test(now)).as(() -> describe(now)).isTrue();
            });
    return get(name);
  }

  /** Waits until sync and health are so. */
  Application await(String name, String sync, String health) {
    return await(
        name,
        app ->
            app.status().sync().status().equals(sync)
                && app.status().health().status().equals(health)
                && app.operation().isEmpty());
  }

  Application awaitPhase(String name, String phase) {
    return await(
        name,
        app ->
            app.operation().isEmpty()
                && app.status()
                    .operationState()
                    .filter(state -> state.phase().toString().equals(phase))
                    .isPresent());
  }

  /** Waits until the operation under way says so. */
  Application awaitMessage(String name, String part) {
    return await(
        name,
        app ->
            app.status()
                .operationState()
                .filter(state -> state.message().contains(part))
                .isPresent());
  }

  /** What a sync did, each as {@code Sync one Synced: configmap/one created}. */
  List<String> results(String name) {
    return get(name)
        .status()
        .operationState()
        .orElseThrow()
        .syncResult()
        .orElseThrow()
        .resources()
        .stream()
        .map(
            each ->
                "%s %s %s: %s"
                    .formatted(each.syncPhase(), each.key().name(), each.status(), each.message()))
        .toList();
  }

  Application awaitCondition(String name, String type) {
    return await(name, app -> condition(app, type).isPresent());
  }

  static Optional<String> condition(Application application, String type) {
    return application.status().conditions().stream()
        .filter(each -> each.type().equals(type))
        .map(Condition::message)
        .findFirst();
  }

  private static String describe(Application application) {
    return String.valueOf(application.object().at("status"));
  }

  Optional<KubeObject> find(String apiVersion, String kind, String name) {
    ResourceKind found = cluster.kind(apiVersion, kind).orElseThrow();
    return cluster.get(found, new ObjectKey(found.namespaced() ? "team" : "", name));
  }

  Optional<KubeObject> configMap(String name) {
    return find("v1", "ConfigMap", name);
  }

  static String configMapOf(String name, String value) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {value: '%s'}}"
        .formatted(name, value);
  }

  /** Plays the kubelet: all replicas are there. */
  void ready(String deployment) {
    Object generation =
        find("apps/v1", "Deployment", deployment).orElseThrow().at("metadata", "generation");
    status(
        new ResourceKind("apps", "v1", "Deployment", "deployments", true),
        deployment,
        "{\"status\":{\"observedGeneration\":"
            + generation
            + ",\"replicas\":1,\"updatedReplicas\":1,\"readyReplicas\":1,"
            + "\"availableReplicas\":1}}");
  }

  Optional<KubeObject> job(String name) {
    return find("batch/v1", "Job", name);
  }

  /** Waits for a job that is there, and is another than one before. */
  String awaitJob(String name, String before) {
    eventually(
        () ->
            assertThat(job(name).map(KubeObject::uid))
                .isPresent()
                .isNotEqualTo(Optional.of(before)));
    return job(name).orElseThrow().uid();
  }

  /** Plays the controller of jobs. */
  void finish(String job, boolean well) {
    status(
        new ResourceKind("batch", "v1", "Job", "jobs", true),
        job,
        "{\"status\":{\"conditions\":[{\"type\":\""
            + (well ? "Complete" : "Failed")
            + "\",\"status\":\"True\",\"message\":\"played\"}]}}");
  }

  private void status(ResourceKind kind, String name, String patch) {
    client
        .genericKubernetesResources(kind.context())
        .inNamespace("team")
        .withName(name)
        .subresource("status")
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  void eventually(org.awaitility.core.ThrowingRunnable assertion) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(assertion);
  }

  List<String> resources(String name) {
    return get(name).status().resources().stream()
        .map(each -> each.key().kind() + " " + each.key().name() + " " + each.status())
        .toList();
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    stop();
    origin.close();
    client.close();
  }
}
