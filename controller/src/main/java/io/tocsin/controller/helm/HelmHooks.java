package io.tocsin.controller.helm;

import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a hook of Helm means to a sync, by Argo CD's names. Rules: Argo CD. An object that also has
 * {@code argocd.argoproj.io/hook} is what that says, which is not looked at here.
 *
 * @param phases {@code PreSync}, {@code PostSync}, {@code PreDelete} and {@code PostDelete}; empty
 *     for a hook that a sync never runs, such as a test
 * @param wave of the hook's weight
 * @param deletePolicies {@code BeforeHookCreation}, {@code HookSucceeded} and {@code HookFailed};
 *     if none is given, the first
 */
public record HelmHooks(List<String> phases, int wave, List<String> deletePolicies) {
  private static final Map<String, String> PHASES =
      Map.of(
          "pre-install", "PreSync",
          "pre-upgrade", "PreSync",
          "post-install", "PostSync",
          "post-upgrade", "PostSync",
          "pre-delete", "PreDelete",
          "post-delete", "PostDelete");
  private static final Map<String, String> POLICIES =
      Map.of(
          "before-hook-creation", "BeforeHookCreation",
          "hook-succeeded", "HookSucceeded",
          "hook-failed", "HookFailed");

  public HelmHooks {
    phases = List.copyOf(phases);
    deletePolicies = List.copyOf(deletePolicies);
  }

  /** Empty for what is no hook of Helm; {@code crd-install} is none. */
  public static Optional<HelmHooks> of(KubeObject object) {
    String events = annotation(object, "helm.sh/hook");
    if (events == null || events.equals("crd-install")) {
      return Optional.empty();
    }
    List<String> policies =
        new ArrayList<>(mapped(annotation(object, "helm.sh/hook-delete-policy"), POLICIES));
    if (policies.isEmpty()) {
      policies.add("BeforeHookCreation");
    }
    return Optional.of(new HelmHooks(mapped(events, PHASES), wave(object), policies));
  }

  private static String annotation(KubeObject object, String name) {
    Object value = object.at("metadata", "annotations", name);
    return value == null ? null : value.toString();
  }

  private static List<String> mapped(String list, Map<String, String> names) {
    return list == null
        ? List.of()
        : Stream.of(list.split(","))
            .map(String::strip)
            .filter(names::containsKey)
            .map(names::get)
            .distinct()
            .toList();
  }

  /** A weight that is no number is none. */
  private static int wave(KubeObject object) {
    String weight = annotation(object, "helm.sh/hook-weight");
    try {
      return weight == null ? 0 : Integer.parseInt(weight);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
