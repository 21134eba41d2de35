package io.tocsin.controller.compare;

import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.health.HookAnnotations;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares an Application again and again: a pair that did not differ and is the same target
 * instance and the same version of the live object is not looked at again. Safe for use by several
 * threads; make a new one when the settings change.
 */
public final class Comparer {
  private static final String SYNC_WAVE = "argocd.argoproj.io/sync-wave";
  private static final String HOOK_WEIGHT = "helm.sh/hook-weight";
  private static final Comparator<ResourceComparison> ORDER =
      Comparator.comparing((ResourceComparison resource) -> resource.key().group())
          .thenComparing(resource -> resource.key().kind())
          .thenComparing(resource -> resource.key().namespace())
          .thenComparing(resource -> resource.key().name());

  private final CompareSettings settings;
  private final ObjectComparer objects;
  private final Map<ResourceKey, Same> same = new ConcurrentHashMap<>();

  /** A pair of objects that did not differ. */
  private record Same(KubeObject target, String uid, String version) {
    boolean isAbout(KubeObject otherTarget, KubeObject live) {
      return Trees.isIdentical(target, otherTarget)
          && !version.isEmpty()
          && version.equals(live.resourceVersion())
          && uid.equals(live.uid());
    }
  }

  public Comparer(CompareSettings settings) {
    this.settings = settings;
    this.objects = new ObjectComparer(settings);
  }

  /**
   * Compares all.
   *
   * @param targets as {@link TargetObjects} has them, hooks included
   * @param live all objects that are marked for the Application, less those that have an owner, and
   *     whatever stands under the keys of targets
   */
  public Comparison compare(List<KubeObject> targets, Map<ResourceKey, KubeObject> live) {
    List<KubeObject> hooks = targets.stream().filter(HookAnnotations::isHook).toList();
    Map<ResourceKey, KubeObject> rest = new LinkedHashMap<>(live);
    List<ResourceComparison> resources = new ArrayList<>();
    List<KubeObject> wanted =
        targets.stream().filter(target -> !HookAnnotations.isHook(target)).toList();
    removeTwins(wanted, rest);
    for (KubeObject target : wanted) {
      resources.add(resource(target, take(target, rest), hooks));
    }
    rest.values().forEach(extra -> resources.add(resource(null, extra, hooks)));
    resources.sort(ORDER);
    same.keySet().retainAll(live.keySet());
    boolean synced =
        resources.stream()
            .allMatch(
                resource ->
                    resource.ignored()
                        || resource.status().orElse(SyncStatus.SYNCED) == SyncStatus.SYNCED);
    return new Comparison(
        synced ? SyncStatus.SYNCED : SyncStatus.OUT_OF_SYNC, resources, hooks, shared(live));
  }

  /** The same object under several groups counts once, if possible as the target names it. */
  private static void removeTwins(List<KubeObject> targets, Map<ResourceKey, KubeObject> live) {
    Set<ResourceKey> named = new HashSet<>();
    targets.forEach(target -> named.add(ResourceKey.of(target)));
    Map<String, List<ResourceKey>> byUid = new LinkedHashMap<>();
    live.forEach(
        (key, object) -> {
          if (!object.uid().isEmpty()) {
            byUid.computeIfAbsent(object.uid(), uid -> new ArrayList<>()).add(key);
          }
        });
    for (List<ResourceKey> twins : byUid.values()) {
      twins.stream()
          .filter(key -> !named.contains(key))
          .limit(twins.size() - 1L)
          .forEach(live::remove);
    }
  }

  private KubeObject take(KubeObject target, Map<ResourceKey, KubeObject> live) {
    ResourceKey key = ResourceKey.of(target);
    Optional<Boolean> namespaced = settings.scopes().isNamespaced(key.group(), key.kind());
    if (namespaced.orElse(true)) {
      String namespace = key.namespace().isEmpty() ? settings.namespace() : key.namespace();
      KubeObject found =
          live.remove(new ResourceKey(key.group(), key.kind(), namespace, key.name()));
      if (found != null) {
        return found;
      }
    }
    return namespaced.orElse(false)
        ? null
        : live.remove(new ResourceKey(key.group(), key.kind(), "", key.name()));
  }

  private ResourceComparison resource(KubeObject target, KubeObject live, List<KubeObject> hooks) {
    KubeObject object = live == null ? target : live;
    boolean own = settings.tracking().isOwn(live, target);
    boolean hook = HookAnnotations.isHook(object);
    boolean skipped = target != null && HookAnnotations.isSkipped(target);
    Difference difference = difference(target, live);
    boolean differs = difference.modified() || target == null || live == null;
    Optional<SyncStatus> status =
        hook || skipped || !own
            ? Optional.empty()
            : Optional.of(differs ? SyncStatus.OUT_OF_SYNC : SyncStatus.SYNCED);
    boolean extraneous = target == null;
    return new ResourceComparison(
        ResourceKey.of(object),
        target,
        live,
        status,
        difference,
        hook,
        extraneous
            && ObjectComparer.hasOption(object, ObjectComparer.COMPARE_OPTIONS, "IgnoreExtraneous"),
        extraneous && own,
        needsConfirmation(target) || needsConfirmation(live),
        wave(target == null ? hookOf(live, hooks) : target));
  }

  private Difference difference(KubeObject target, KubeObject live) {
    if (target == null || live == null || settings.dryRun().isPresent()) {
      return objects.compare(target, live);
    }
    ResourceKey key = ResourceKey.of(live);
    Same before = same.get(key);
    if (before != null && before.isAbout(target, live)) {
      return new Difference(false, live.content(), live.content());
    }
    Difference difference = objects.compare(target, live);
    if (difference.modified()) {
      same.remove(key);
    } else {
      same.put(key, new Same(target, live.uid(), live.resourceVersion()));
    }
    return difference;
  }

  private static boolean needsConfirmation(KubeObject object) {
    if (object == null) {
      return false;
    }
    SyncOptions options = SyncOptions.of(object);
    return options.has("Delete=confirm") || options.has("Prune=confirm");
  }

  private static KubeObject hookOf(KubeObject live, List<KubeObject> hooks) {
    ResourceKey key = ResourceKey.of(live);
    return hooks.stream().filter(hook -> ResourceKey.of(hook).equals(key)).findFirst().orElse(null);
  }

  private static long wave(KubeObject object) {
    if (object == null) {
      return 0;
    }
    String text =
        object
            .annotations()
            .getOrDefault(SYNC_WAVE, object.annotations().getOrDefault(HOOK_WEIGHT, "0"));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private List<String> shared(Map<ResourceKey, KubeObject> live) {
    Tracking tracking = settings.tracking();
    return live.values().stream()
        .filter(object -> tracking.instanceOf(object).isPresent() && !tracking.marks(object))
        .map(
            object ->
                "%s/%s is part of applications %s and %s"
                    .formatted(
                        object.kind(),
                        object.name(),
                        tracking.instance().replace('_', '/'),
                        tracking.instanceOf(object).orElseThrow().replace('_', '/')))
        .sorted()
        .toList();
  }
}
