package io.tocsin.controller.health;

import io.tocsin.controller.runtime.KubeObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What marks an object as a hook: Argo CD's annotation, or Helm's where there is none. */
public final class HookAnnotations {
  private static final String HOOK = "argocd.argoproj.io/hook";
  private static final String HELM_HOOK = "helm.sh/hook";
  private static final String FINALIZER = "argocd.argoproj.io/hook-finalizer";
  private static final Set<String> TYPES =
      Set.of("PreSync", "Sync", "PostSync", "SyncFail", "PreDelete", "PostDelete", "Skip");

  private HookAnnotations() {}

  /**
   * Whether the object belongs to a phase of its own, or to none that is known; {@code crd-install}
   * of Helm is no hook.
   */
  public static boolean isHook(KubeObject object) {
    Map<String, String> annotations = object.annotations();
    if (annotations.containsKey(HOOK)) {
      return !isSkipped(object);
    }
    String helm = annotations.get(HELM_HOOK);
    return helm != null && !helm.equals("crd-install");
  }

  /** Whether the object takes no part in anything. */
  public static boolean isSkipped(KubeObject object) {
    String hook = object.annotations().getOrDefault(HOOK, "");
    List<String> types =
        Arrays.stream(hook.split(",")).map(String::strip).filter(TYPES::contains).toList();
    return types.equals(List.of("Skip"));
  }

  /** Whether the hook is kept until its phase has ended, even though it is deleted. */
  public static boolean hasFinalizer(KubeObject object) {
    return object.list("metadata", "finalizers").contains(FINALIZER);
  }
}
