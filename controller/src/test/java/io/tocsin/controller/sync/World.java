package io.tocsin.controller.sync;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.OperationState;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.health.HealthCheck;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.controller.sync.delete.Deletion;
import io.tocsin.controller.sync.delete.DeletionRequest;
import io.tocsin.controller.sync.delete.DeletionRunner;
import io.tocsin.controller.sync.delete.DeletionStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One application's namespace in a cluster, a clock, and a hand that plays kubelet. */
final class World {
  private static final HealthCheck HEALTH =
      new HealthCheck(ResourceCustomizations.standard(), Clock.systemUTC());
  private static final String LABEL = "world";
  private static final List<ResourceKind> KINDS =
      List.of(
          ResourceKind.CONFIG_MAP,
          new ResourceKind("batch", "v1", "Job", "jobs", true),
          new ResourceKind("apps", "v1", "Deployment", "deployments", true));

  final String namespace;
  final KubernetesCluster cluster;
  private final KubernetesClient client;
  private final Map<ResourceKey, Boolean> outOfSync = new HashMap<>();
  private final List<String> finalizers =
      new ArrayList<>(
          List.of(
              "pre-delete-finalizer.argocd.argoproj.io",
              "pre-delete-finalizer.argocd.argoproj.io/cleanup",
              "resources-finalizer.argocd.argoproj.io/background"));
  private List<KubeObject> targets = List.of();
  private SyncSettings settings;
  private Instant now = Instant.parse("2026-06-01T12:00:00Z");
  private SyncProgress progress = SyncProgress.started();
  private SyncStep last;

  World(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
    this.cluster = new KubernetesCluster(client);
  }

  World withNamespace() {
    create("{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}");
    return this;
  }

  /** Begins an operation. */
  World sync(String manifests, String operation) {
    return sync(manifests, operation, "{}");
  }

  World sync(String manifests, String operation, String policy) {
    targets = Yamls.objects(manifests).stream().map(this::owned).toList();
    Application application =
        Application.of(
            Yamls.object(
                "{metadata: {name: "
                    + namespace
                    + "}, spec: {destination: {namespace: "
                    + namespace
                    + "}, syncPolicy: "
                    + policy
                    + "}, operation: {sync: "
                    + operation
                    + "}}"));
    SyncOperation sync = application.operation().orElseThrow().sync().orElseThrow();
    settings = SyncSettings.of(application, sync, "0123456789abcdef", now);
    progress = SyncProgress.started();
    return this;
  }

  World confirmed() {
    settings =
        new SyncSettings(
            settings.namespace(),
            settings.revision(),
            settings.startedAt(),
            settings.attempt(),
            settings.selected(),
            settings.dryRun(),
            settings.prune(),
            settings.force(),
            settings.skipHooks(),
            true,
            settings.options(),
            settings.namespaceMetadata(),
            settings.migratedManager(),
            settings.waveDelay());
    return this;
  }

  World inSync(String kind, String name) {
    outOfSync.put(new ResourceKey("", kind, namespace, name), false);
    return this;
  }

  private KubeObject owned(KubeObject object) {
    Map<String, Object> labels = new LinkedHashMap<>(object.labels());
    labels.put(LABEL, namespace);
    return Targets.withMetadata(object, "labels", labels);
  }

  /** One step, by an engine that knows nothing of those before, with what a status would keep. */
  SyncStep step() {
    now = now.plus(Duration.ofSeconds(5));
    last = new SyncEngine(cluster, HEALTH::of).step(request(), remembered(), now);
    progress = last.progress();
    return last;
  }

  /** Steps until the sync is over or waits for what is not going to happen by itself. */
  SyncStep run() {
    SyncProgress before;
    do {
      before = progress;
      step();
    } while (!last.isOver() && !before.equals(progress));
    return last;
  }

  /** Nothing of the last step was written down, but the steps before were. */
  void forgets(SyncProgress before) {
    progress = before;
  }

  SyncProgress progress() {
    return progress;
  }

  /** Nothing of any step was written down. */
  void crashed() {
    progress = SyncProgress.started();
  }

  SyncStep terminate() {
    last = new SyncEngine(cluster, HEALTH::of).terminate(request(), remembered());
    progress = last.progress();
    return last;
  }

  /** The progress after it was written into an Application and read again. */
  private SyncProgress remembered() {
    OperationState state =
        status("{operationState: {phase: Running, syncResult: {revision: abc}}}");
    Map<String, Object> written = progress.into(state).written();
    Application application =
        Application.of(
            new KubeObject(Map.of("spec", Map.of(), "status", Map.of("operationState", written))));
    return SyncProgress.of(application.status().operationState().orElseThrow());
  }

  private static OperationState status(String status) {
    return Application.of(Yamls.object("{spec: {}, status: " + status + "}"))
        .status()
        .operationState()
        .orElseThrow();
  }

  private SyncRequest request() {
    return new SyncRequest(
        targets,
        live(),
        key -> outOfSync.getOrDefault(key, true),
        (object, kind) ->
            object.name().equals("forbidden")
                ? Optional.of("resource " + object.name() + " is not permitted in project team")
                : Optional.empty(),
        settings);
  }

  private Map<ResourceKey, KubeObject> live() {
    Map<ResourceKey, KubeObject> live = new HashMap<>();
    for (ResourceKind kind : KINDS) {
      client
          .genericKubernetesResources(kind.context())
          .inNamespace(namespace)
          .withLabel(LABEL, namespace)
          .list()
          .getItems()
          .forEach(
              each -> {
                KubeObject object = KubeObjects.of(each);
                live.put(ResourceKey.of(object), object);
              });
    }
    return live;
  }

  /** One step of the deletion of the application, with background propagation. */
  DeletionStep deletion() {
    Application application =
        Application.of(
            Yamls.object(
                "{metadata: {name: a, deletionTimestamp: '2026-06-01T12:00:00Z', finalizers: ["
                    + String.join(", ", finalizers)
                    + "]}, spec: {destination: {namespace: "
                    + namespace
                    + "}}}"));
    DeletionStep step =
        new Deletion(HEALTH::of)
            .next(new DeletionRequest(application, targets, List.copyOf(live().values())));
    new DeletionRunner(cluster, namespace).run(step);
    if (step instanceof DeletionStep.Release release) {
      finalizers.removeAll(release.finalizers());
    }
    return step;
  }

  List<String> results() {
    List<String> lines = new ArrayList<>();
    progress
        .results()
        .values()
        .forEach(
            each ->
                lines.add(
                    each.syncPhase()
                        + " "
                        + each.key().name()
                        + " "
                        + each.status()
                        + " "
                        + each.hookPhase().map(Object::toString).orElse("")
                        + ": "
                        + each.message()));
    return lines;
  }

  Optional<KubeObject> find(String apiVersion, String kind, String name) {
    ResourceKind found = cluster.kind(apiVersion, kind).orElseThrow();
    return cluster.get(found, new ObjectKey(found.namespaced() ? namespace : "", name));
  }

  Optional<KubeObject> configMap(String name) {
    return find("v1", "ConfigMap", name);
  }

  Optional<KubeObject> job(String name) {
    return find("batch/v1", "Job", name);
  }

  void create(String yaml) {
    KubeObject object = owned(Yamls.object(yaml));
    ResourceKind kind = cluster.kind(object.apiVersion(), object.kind()).orElseThrow();
    KubeObject placed = kind.namespaced() ? Targets.in(object, namespace) : object;
    cluster.apply(kind, placed, plain());
  }

  static ApplyOptions plain() {
    return new ApplyOptions(ApplyOptions.Method.CLIENT, false, true, false, Set.of());
  }

  void finish(String job, boolean well) {
    String type = well ? "Complete" : "Failed";
    status(
        new ResourceKind("batch", "v1", "Job", "jobs", true),
        job,
        "{\"status\":{\"conditions\":[{\"type\":\""
            + type
            + "\",\"status\":\"True\",\"message\":\"Job "
            + (well ? "done" : "failed")
            + "\"}]}}");
  }

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

  private void status(ResourceKind kind, String name, String patch) {
    client
        .genericKubernetesResources(kind.context())
        .inNamespace(namespace)
        .withName(name)
        .subresource("status")
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }
}
