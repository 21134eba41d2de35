package io.tocsin.controller.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelmHooksTest {
  private static KubeObject object(Map<String, Object> annotations) {
    return new KubeObject(Map.of("metadata", Map.of("annotations", annotations)));
  }

  @Test
  void aHookHasPhasesAWaveAndPolicies() {
    KubeObject object =
        object(
            Map.of(
                "helm.sh/hook", "pre-install, pre-upgrade,post-delete",
                "helm.sh/hook-weight", "-5",
                "helm.sh/hook-delete-policy", "hook-succeeded,hook-failed,unknown"));

    assertThat(HelmHooks.of(object))
        .contains(
            new HelmHooks(
                List.of("PreSync", "PostDelete"), -5, List.of("HookSucceeded", "HookFailed")));
  }

  @Test
  void aTestIsAHookOfNoPhase() {
    assertThat(HelmHooks.of(object(Map.of("helm.sh/hook", "test", "helm.sh/hook-weight", 3L))))
        .contains(new HelmHooks(List.of(), 3, List.of("BeforeHookCreation")));
  }

  @Test
  void whatInstallsADefinitionAndWhatSaysNothingIsNoHook() {
    assertThat(HelmHooks.of(object(Map.of("helm.sh/hook", "crd-install")))).isEmpty();
    assertThat(HelmHooks.of(object(Map.of("helm.sh/hook-weight", "1")))).isEmpty();
    assertThat(HelmHooks.of(new KubeObject(Map.of()))).isEmpty();
  }
}
