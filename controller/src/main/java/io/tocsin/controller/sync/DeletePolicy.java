package io.tocsin.controller.sync;

import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.runtime.KubeObject;
import java.util.EnumSet;
import java.util.Set;

/** When a hook goes. */
enum DeletePolicy {
  BEFORE_HOOK_CREATION("BeforeHookCreation", "before-hook-creation"),
  HOOK_SUCCEEDED("HookSucceeded", "hook-succeeded"),
  HOOK_FAILED("HookFailed", "hook-failed");

  private static final String ANNOTATION = "argocd.argoproj.io/hook-delete-policy";
  private static final String HELM_ANNOTATION = "helm.sh/hook-delete-policy";

  private final String text;
  private final String helm;

  DeletePolicy(String text, String helm) {
    this.text = text;
    this.helm = helm;
  }

  /** Those of the annotations, Helm's too; before its creation where there are none. */
  static Set<DeletePolicy> of(KubeObject hook) {
    var own = SyncOptions.commaSeparated(hook.annotations().getOrDefault(ANNOTATION, ""));
    var helms = SyncOptions.commaSeparated(hook.annotations().getOrDefault(HELM_ANNOTATION, ""));
    Set<DeletePolicy> policies = EnumSet.noneOf(DeletePolicy.class);
    for (DeletePolicy policy : values()) {
      if (own.contains(policy.text) || helms.contains(policy.helm)) {
        policies.add(policy);
      }
    }
    return policies.isEmpty() ? EnumSet.of(BEFORE_HOOK_CREATION) : policies;
  }
}
