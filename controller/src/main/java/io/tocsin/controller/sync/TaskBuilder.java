package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the tasks of one request; they are the same at each step of an operation. */
final class TaskBuilder {
  /** The tasks in their order, and which of them cannot be done, with the reason. */
  record Tasks(List<SyncTask> tasks, List<Refused> refused) {}

  /** A task that cannot be done. */
  record Refused(SyncTask task, String reason) {}

  private final ClusterApi cluster;
  private final SyncRequest request;
  private final SyncSettings settings;
  private final Map<String, Boolean> namespacedByDefinition = new HashMap<>();
  private final Map<String, Optional<ResourceKind>> kinds = new HashMap<>();
  private final List<Refused> refused = new ArrayList<>();

  TaskBuilder(ClusterApi cluster, SyncRequest request) {
    this.cluster = cluster;
    this.request = request;
    this.settings = request.settings();
    for (KubeObject target : request.targets()) {
      TaskOrder.defined(target)
          .ifPresent(
              kind ->
                  namespacedByDefinition.put(
                      kind, !target.text("spec", "scope").orElse("").equals("Cluster")));
    }
  }

  Tasks build() {
    List<SyncTask> tasks = new ArrayList<>(resources());
    if (!settings.skipHooks()) {
      tasks.addAll(hooks());
    }
    if (settings.createsNamespace()) {
      namespace().ifPresent(tasks::add);
    }
    List<SyncTask> checked = tasks.stream().map(this::checked).toList();
    return new Tasks(TaskOrder.sorted(Waves.ofPrunes(checked, settings)), List.copyOf(refused));
  }

  private List<SyncTask> resources() {
    List<SyncTask> tasks = new ArrayList<>();
    Set<ResourceKey> wanted = new HashSet<>();
    for (KubeObject target : request.targets()) {
      if (Hooks.isHook(target)) {
        continue;
      }
      KubeObject placed = placed(target);
      ResourceKey key = ResourceKey.of(placed);
      wanted.add(key);
      if (isSelected(key) && !Hooks.isSkipped(target)) {
        tasks.add(task(SyncPhase.SYNC, placed));
      }
    }
    request
        .live()
        .forEach(
            (key, live) -> {
              boolean prune = !wanted.contains(key) && isSelected(key) && !Hooks.isSkipped(live);
              if (prune && !Hooks.isHook(live)) {
                tasks.add(SyncTask.of(SyncPhase.SYNC, Optional.empty(), Optional.of(live)));
              }
            });
    return tasks;
  }

  private List<SyncTask> hooks() {
    return request.targets().stream()
        .filter(Hooks::isHook)
        .flatMap(
            hook ->
                Hooks.phases(hook).stream()
                    .map(phase -> task(phase, placed(Targets.hook(hook, phase, settings)))))
        .toList();
  }

  private SyncTask task(SyncPhase phase, KubeObject target) {
    return SyncTask.of(
        phase,
        Optional.of(target),
        Optional.ofNullable(request.live().get(ResourceKey.of(target))));
  }

  private boolean isSelected(ResourceKey key) {
    return settings.selected().isEmpty()
        || settings.selected().stream().anyMatch(each -> each.fits(key));
  }

  /** In the destination's namespace unless it has its own, or is of the cluster. */
  private KubeObject placed(KubeObject target) {
    boolean namespaced =
        kind(target)
            .map(ResourceKind::namespaced)
            .orElse(namespacedByDefinition.getOrDefault(groupKind(target), true));
    if (!namespaced) {
      return Targets.in(target, "");
    }
    return target.namespace().isEmpty() ? Targets.in(target, settings.namespace()) : target;
  }

  private Optional<SyncTask> namespace() {
    ResourceKey key = new ResourceKey("", "Namespace", "", settings.namespace());
    boolean given =
        request.targets().stream().map(ResourceKey::of).anyMatch(each -> isSame(each, key));
    if (given) {
      return Optional.empty();
    }
    KubeObject target = ManagedNamespace.target(settings);
    try {
      Optional<KubeObject> live = cluster.get(kind(target).orElseThrow(), target.key());
      return live.isPresent() && settings.namespaceMetadata().isEmpty()
          ? Optional.empty()
          : Optional.of(SyncTask.of(SyncPhase.PRE_SYNC, Optional.of(target), live));
    } catch (ClusterException e) {
      SyncTask task = SyncTask.of(SyncPhase.PRE_SYNC, Optional.of(target), Optional.empty());
      refused.add(new Refused(task, "namespace auto creation failed: " + e.getMessage()));
      return Optional.of(task);
    }
  }

  private static boolean isSame(ResourceKey one, ResourceKey other) {
    return one.group().equals(other.group())
        && one.kind().equals(other.kind())
        && one.name().equals(other.name());
  }

  /** With its kind, if the API serves it and the project permits the object. */
  private SyncTask checked(SyncTask task) {
    KubeObject object = task.object();
    Optional<ResourceKind> kind = kind(object);
    if (kind.isEmpty()) {
      if (mayComeLater(task)) {
        return task.withoutDryRun();
      }
      refused.add(new Refused(task, unknownKind(task)));
      return task;
    }
    request
        .refusal()
        .apply(object, kind.get())
        .ifPresent(reason -> refused.add(new Refused(task, reason)));
    SyncTask known = task.withKind(kind.get());
    return namespacedByDefinition.containsKey(groupKind(object)) ? known.withoutDryRun() : known;
  }

  private boolean mayComeLater(SyncTask task) {
    String option = "SkipDryRunOnMissingResource=true";
    return settings.options().has(option)
        || task.targetHas(option)
        || namespacedByDefinition.containsKey(groupKind(task.object()));
  }

  private Optional<ResourceKind> kind(KubeObject object) {
    return kinds.computeIfAbsent(
        object.apiVersion() + "/" + object.kind(),
        ignored -> cluster.kind(object.apiVersion(), object.kind()));
  }

  static String unknownKind(SyncTask task) {
    ResourceKey key = task.key();
    return ("The Kubernetes API could not find %s/%s for requested resource %s/%s. Make sure the"
            + " \"%s\" CRD is installed on the destination cluster.")
        .formatted(key.group(), key.kind(), key.namespace(), key.name(), key.kind());
  }

  private static String groupKind(KubeObject object) {
    return object.group() + "/" + object.kind();
  }
}
