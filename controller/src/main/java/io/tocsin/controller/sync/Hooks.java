package io.tocsin.controller.sync;

import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads from annotations, Argo CD's and Helm's, what is a hook, when it runs and in which wave. */
public final class Hooks {
  /** Keeps a hook until the phase that it belongs to is over. */
  public static final String FINALIZER = "argocd.argoproj.io/hook-finalizer";

  /** Which attempt of which operation has created a hook, and for which phase. */
  static final String CREATED_BY = "tocsin.io/created-by";

  private static final String HOOK = "argocd.argoproj.io/hook";
  private static final String WAVE = "argocd.argoproj.io/sync-wave";
  private static final String HELM_HOOK = "helm.sh/hook";
  private static final String HELM_WEIGHT = "helm.sh/hook-weight";
  private static final String SKIP = "Skip";

  private Hooks() {}

  /** Whether the object is a hook of any kind, be it one that no sync runs. */
  public static boolean isHook(KubeObject object) {
    if (object.annotations().containsKey(HOOK)) {
      return !isSkipped(object);
    }
    String helm = object.annotations().get(HELM_HOOK);
    return helm != null && !helm.equals("crd-install");
  }

  /** Whether the object is never applied. */
  public static boolean isSkipped(KubeObject object) {
    List<String> types =
        own(object).stream()
            .filter(type -> type.equals(SKIP) || SyncPhase.read(type).isPresent())
            .toList();
    return types.equals(List.of(SKIP));
  }

  /** The phases in which a sync runs the hook; none for those of deletions and of Helm's tests. */
  public static Set<SyncPhase> phases(KubeObject hook) {
    Set<SyncPhase> phases = EnumSet.noneOf(SyncPhase.class);
    List<String> own = own(hook);
    own.forEach(type -> SyncPhase.read(type).ifPresent(phases::add));
    if (!phases.isEmpty() || own.contains(SKIP)) {
      return phases;
    }
    for (String type : list(hook, HELM_HOOK)) {
      switch (type) {
        case "pre-install", "pre-upgrade" -> phases.add(SyncPhase.PRE_SYNC);
        case "post-install", "post-upgrade" -> phases.add(SyncPhase.POST_SYNC);
        default -> {} // of a deletion, a rollback or a test
      }
    }
    return phases;
  }

  /** Whether the object runs before the others are deleted. */
  public static boolean isPreDelete(KubeObject object) {
    return own(object).contains("PreDelete") || list(object, HELM_HOOK).contains("pre-delete");
  }

  /** Whether the object runs after the others were deleted. */
  public static boolean isPostDelete(KubeObject object) {
    return own(object).contains("PostDelete") || list(object, HELM_HOOK).contains("post-delete");
  }

  /** The wave; without one, or with one that is no number, Helm's weight; else 0. */
  public static int wave(KubeObject object) {
    Integer wave = number(object, WAVE);
    Integer weight = wave == null ? number(object, HELM_WEIGHT) : wave;
    return weight == null ? 0 : weight;
  }

  /** With a name where only its beginning is given, made of what it is for and a time. */
  public static KubeObject named(KubeObject hook, String purpose, Optional<Instant> time) {
    long seconds = time.orElse(Instant.EPOCH).getEpochSecond();
    return hook.name().isEmpty()
        ? Targets.named(hook, purpose.toLowerCase(Locale.ROOT) + "-" + seconds)
        : hook;
  }

  /** In its own namespace or else the given one, or in none if its kind is of the cluster. */
  public static KubeObject placed(KubeObject object, ResourceKind kind, String namespace) {
    if (!kind.namespaced()) {
      return Targets.in(object, "");
    }
    return object.namespace().isEmpty() ? Targets.in(object, namespace) : object;
  }

  /** Whether its policy deletes the hook after what has become of all. */
  public static boolean goesAfter(KubeObject hook, boolean succeeded, boolean failed) {
    Set<DeletePolicy> policies = DeletePolicy.of(hook);
    return (succeeded && policies.contains(DeletePolicy.HOOK_SUCCEEDED))
        || (failed && policies.contains(DeletePolicy.HOOK_FAILED));
  }

  private static Integer number(KubeObject object, String annotation) {
    String text = object.annotations().get(annotation);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static List<String> own(KubeObject object) {
    return list(object, HOOK);
  }

  private static List<String> list(KubeObject object, String annotation) {
    return SyncOptions.commaSeparated(object.annotations().getOrDefault(annotation, ""));
  }
}
