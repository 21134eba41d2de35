package io.tocsin.controller.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HooksTest {
  @Test
  void anObjectMayBeSeveralHooks() {
    KubeObject hook = annotated("argocd.argoproj.io/hook: 'PreSync, PostSync,Nonsense'");

    assertThat(Hooks.isHook(hook)).isTrue();
    assertThat(Hooks.phases(hook)).isEqualTo(Set.of(SyncPhase.PRE_SYNC, SyncPhase.POST_SYNC));
  }

  @Test
  void helmsHooksAreMapped() {
    assertThat(Hooks.phases(annotated("helm.sh/hook: 'pre-install,pre-upgrade'")))
        .isEqualTo(Set.of(SyncPhase.PRE_SYNC));
    assertThat(Hooks.phases(annotated("helm.sh/hook: post-upgrade")))
        .isEqualTo(Set.of(SyncPhase.POST_SYNC));
    KubeObject test = annotated("helm.sh/hook: test");
    assertThat(Hooks.isHook(test)).isTrue();
    assertThat(Hooks.phases(test)).isEmpty();
    assertThat(Hooks.isHook(annotated("helm.sh/hook: crd-install"))).isFalse();
    assertThat(Hooks.phases(annotated("helm.sh/hook: pre-install, argocd.argoproj.io/hook: Sync")))
        .isEqualTo(Set.of(SyncPhase.SYNC));
  }

  @Test
  void hooksOfDeletionsAreNoneOfASync() {
    assertThat(Hooks.isPreDelete(annotated("argocd.argoproj.io/hook: PreDelete"))).isTrue();
    assertThat(Hooks.isPostDelete(annotated("helm.sh/hook: 'post-delete,post-install'"))).isTrue();
    assertThat(Hooks.phases(annotated("argocd.argoproj.io/hook: PreDelete"))).isEmpty();
  }

  @Test
  void theWaveIsTheAnnotationsOrHelmsWeight() {
    assertThat(Hooks.wave(annotated("argocd.argoproj.io/sync-wave: '-5'"))).isEqualTo(-5);
    assertThat(Hooks.wave(annotated("helm.sh/hook-weight: '3'"))).isEqualTo(3);
    assertThat(Hooks.wave(annotated("argocd.argoproj.io/sync-wave: x, helm.sh/hook-weight: '3'")))
        .isEqualTo(3);
    assertThat(Hooks.wave(annotated("a: b"))).isZero();
  }

  @Test
  void policiesOfBothAreTakenTogether() {
    assertThat(
            DeletePolicy.of(
                annotated(
                    "argocd.argoproj.io/hook-delete-policy: HookSucceeded,"
                        + " helm.sh/hook-delete-policy: hook-failed")))
        .containsExactlyInAnyOrder(DeletePolicy.HOOK_SUCCEEDED, DeletePolicy.HOOK_FAILED);
    assertThat(DeletePolicy.of(annotated("a: b")))
        .containsExactly(DeletePolicy.BEFORE_HOOK_CREATION);
  }

  private static KubeObject annotated(String annotations) {
    return Yamls.object("{metadata: {name: x, annotations: {" + annotations + "}}}");
  }
}
