package io.tocsin.controller.health.rules;

import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.health.Health;
import org.junit.jupiter.api.Test;

class PodRulesTest {
  private static final String READY = "conditions: [{type: Ready, status: 'True'}]";
  private static final String BACK_OFF =
      "containerStatuses: [{state: {waiting: {reason: ImagePullBackOff, message: no image}}}]";

  @Test
  void aPodThatLastsIsHealthyWhenReady() {
    assertThat(pod("Always", "Running", READY, "")).isEqualTo(Health.healthy(""));
    assertThat(pod("Always", "Running", "x: y", "")).isEqualTo(Health.progressing(""));
    assertThat(
            pod(
                "Always",
                "Running",
                "containerStatuses: [{lastState: {terminated: {exitCode: 1}}}]",
                ""))
        .isEqualTo(Health.degraded(""));
  }

  @Test
  void aContainerThatCannotStartDegradesAPodThatLasts() {
    assertThat(pod("Always", "Pending", BACK_OFF, "")).isEqualTo(Health.degraded("no image"));
    assertThat(pod("Never", "Pending", BACK_OFF, "")).isEqualTo(Health.progressing(""));
  }

  @Test
  void aPodThatEndsIsProgressingUntilItHasEnded() {
    assertThat(pod("Never", "Running", READY, "")).isEqualTo(Health.progressing(""));
    assertThat(pod("OnFailure", "Running", READY, "")).isEqualTo(Health.progressing(""));
    assertThat(pod("Never", "Succeeded", "x: y", "")).isEqualTo(Health.healthy(""));
  }

  @Test
  void anAnnotationMakesItOneThatLastsUnlessItIsAHook() {
    String ignore = "argocd.argoproj.io/ignore-restart-policy: 'true'";

    assertThat(pod("Never", "Running", READY, ignore)).isEqualTo(Health.healthy(""));
    assertThat(pod("Never", "Running", READY, ignore + ", argocd.argoproj.io/hook: PreSync"))
        .isEqualTo(Health.progressing(""));
    assertThat(pod("Never", "Running", READY, ignore + ", helm.sh/hook: crd-install"))
        .isEqualTo(Health.healthy(""));
  }

  @Test
  void aFailedPodSaysWhichContainerFailedAndHow() {
    assertThat(pod("Never", "Failed", "message: evicted", ""))
        .isEqualTo(Health.degraded("evicted"));
    assertThat(failed("{exitCode: 3}"))
        .isEqualTo(Health.degraded("container \"main\" failed with exit code 3"));
    assertThat(failed("{exitCode: 137, reason: OOMKilled}"))
        .isEqualTo(Health.degraded("OOMKilled"));
    assertThat(failed("{exitCode: 1, message: boom}")).isEqualTo(Health.degraded("boom"));
    assertThat(failed("{exitCode: 0}")).isEqualTo(Health.degraded(""));
  }

  private static Health failed(String terminated) {
    return pod(
        "Never",
        "Failed",
        "containerStatuses: [{name: main, state: {terminated: " + terminated + "}}]",
        "");
  }

  private static Health pod(String policy, String phase, String status, String annotations) {
    return Pods.judge(
        object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, annotations: {%s}}
            spec: {restartPolicy: %s}
            status: {phase: %s, %s}
            """
                .formatted(annotations, policy, phase, status)));
  }
}
