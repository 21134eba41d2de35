package io.tocsin.controller.health;

import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.HealthState;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.health.HealthAssessment.Subject;
import io.tocsin.controller.runtime.KubeObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthAssessmentTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.5Z");

  @Test
  void anApplicationIsAsItsWorstResource() {
    HealthAssessment assessment = assess(live("Bound", ""), live("Lost", ""), live("Pending", ""));

    assertThat(assessment.status()).isEqualTo(HealthStatus.DEGRADED);
    assertThat(assessment.message()).isEqualTo("Caused by PersistentVolumeClaim:ns/Lost");
    assertThat(assessment.resources())
        .containsExactly(
            Optional.of(Health.healthy("")),
            Optional.of(Health.degraded("")),
            Optional.of(Health.progressing("")));
  }

  @Test
  void moreThanThreeCausesAreCounted() {
    Subject lost = live("Lost", "");

    assertThat(assess(lost, lost, lost, lost, lost).message()).endsWith("ns/Lost and 2 more");
  }

  @Test
  void hooksAndWhatIsAnnotatedDoNotCount() {
    assertThat(
            assess(
                    live("Lost", "argocd.argoproj.io/ignore-healthcheck: 'true'"),
                    live("Lost", "argocd.argoproj.io/hook: PreSync"),
                    live("Lost", "helm.sh/hook: test"))
                .status())
        .isEqualTo(HealthStatus.HEALTHY);
  }

  @Test
  void aMissingResourceCountsWhenNoneIsThere() {
    Subject missing = new Subject(claim("", ""), null);

    assertThat(assess(missing, live("Bound", "")).status()).isEqualTo(HealthStatus.HEALTHY);
    assertThat(assess(missing).status()).isEqualTo(HealthStatus.MISSING);
    assertThat(assess().status()).isEqualTo(HealthStatus.HEALTHY);
  }

  @Test
  void theTimeOfTransitionChangesWithTheStatusAlone() {
    Optional<Instant> then = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));
    HealthState before = new HealthState("Healthy", "", then);

    assertThat(assess(live("Bound", "")).state(before, NOW)).isEqualTo(before);
    assertThat(assess(live("Lost", "")).state(before, NOW))
        .isEqualTo(
            new HealthState("Degraded", "", Optional.of(Instant.parse("2026-05-01T10:00:00Z"))));
  }

  private static HealthAssessment assess(Subject... subjects) {
    return HealthAssessment.of(
        List.of(subjects),
        new HealthCheck(ResourceCustomizations.standard(), Clock.systemUTC()),
        key -> false);
  }

  private static Subject live(String phase, String annotations) {
    return new Subject(null, claim(phase, annotations));
  }

  private static KubeObject claim(String phase, String annotations) {
    return object(
        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: '%s', namespace: ns, annotations: {%s}}, status: {phase: '%s'}}"
            .formatted(phase, annotations, phase));
  }
}
