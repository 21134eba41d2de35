package io.tocsin.controller.sync.delete;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.sync.Hooks;
import io.tocsin.controller.sync.Propagation;
import java.util.ArrayList;
import java.util.List;

/** The finalizers of Applications. */
public final class Finalizers {
  static final String RESOURCES = "resources-finalizer.argocd.argoproj.io";
  static final String RESOURCES_BACKGROUND = RESOURCES + "/background";
  static final String RESOURCES_FOREGROUND = RESOURCES + "/foreground";
  static final String PRE_DELETE = "pre-delete-finalizer.argocd.argoproj.io";
  static final String PRE_DELETE_CLEANUP = PRE_DELETE + "/cleanup";
  static final String POST_DELETE = "post-delete-finalizer.argocd.argoproj.io";
  static final String POST_DELETE_CLEANUP = POST_DELETE + "/cleanup";
  private static final List<String> OURS =
      List.of(
          RESOURCES,
          RESOURCES_BACKGROUND,
          RESOURCES_FOREGROUND,
          PRE_DELETE,
          PRE_DELETE_CLEANUP,
          POST_DELETE,
          POST_DELETE_CLEANUP);

  private Finalizers() {}

  /** Those that an Application is to have for the hooks among its targets, the others kept. */
  public static List<String> wanted(List<String> present, List<KubeObject> targets) {
    List<String> wanted = new ArrayList<>(present);
    wanted.removeIf(each -> each.startsWith(PRE_DELETE) || each.startsWith(POST_DELETE));
    if (targets.stream().anyMatch(Hooks::isPreDelete)) {
      wanted.addAll(List.of(PRE_DELETE, PRE_DELETE_CLEANUP));
    }
    if (targets.stream().anyMatch(Hooks::isPostDelete)) {
      wanted.addAll(List.of(POST_DELETE, POST_DELETE_CLEANUP));
    }
    boolean same = wanted.size() == present.size() && wanted.containsAll(present);
    return same ? present : List.copyOf(wanted);
  }

  /** Those that keep a deleted Application for us. */
  public static List<String> ours(List<String> present) {
    return present.stream().filter(OURS::contains).toList();
  }

  static List<String> cascade(List<String> present) {
    return present.stream()
        .filter(each -> each.startsWith(RESOURCES))
        .filter(OURS::contains)
        .toList();
  }

  static Propagation propagation(List<String> present) {
    return cascade(present).stream()
        .findFirst()
        .filter(RESOURCES_BACKGROUND::equals)
        .map(each -> Propagation.BACKGROUND)
        .orElse(Propagation.FOREGROUND);
  }
}
