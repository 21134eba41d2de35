package io.tocsin.controller.health;

import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.customization.ResourceCustomizations;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
  private static final String INGRESS =
      "{apiVersion: extensions/v1beta1, kind: Ingress, metadata: {name: web}}";

  @Test
  void aScriptMakesAnIngressHealthyThatHasNoAddress() {
    String article =
        """
        extensions/Ingress:
            health.lua: |
              hs = {}
              hs.status = "Healthy"
              return hs
        """;

    assertThat(judge(INGRESS)).contains(Health.progressing(""));
    assertThat(judge(INGRESS, "resource.customizations", article)).contains(Health.healthy(""));
  }

  @Test
  void theSplitKeyDoesTheSame() {
    assertThat(
            judge(
                INGRESS,
                "resource.customizations.health.extensions_Ingress",
                "return {status = 'Suspended', message = obj.metadata.name}"))
        .contains(Health.suspended("web"));
  }

  @Test
  void whatIsDeletedIsProgressingWhateverAScriptSays() {
    String deleted =
        "{apiVersion: v1, kind: Pod, metadata: {name: a, deletionTimestamp: '2026-01-01T00:00:00Z'}}";

    assertThat(judge(deleted, "resource.customizations.health.Pod", "return {status='Healthy'}"))
        .contains(Health.progressing("Pending deletion"));
  }

  @Test
  void aHookThatItsFinalizerKeepsIsJudgedStill() {
    String hook =
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: a
          deletionTimestamp: '2026-01-01T00:00:00Z'
          finalizers: [argocd.argoproj.io/hook-finalizer]
        status: {conditions: [{type: Complete, status: "True", message: done}]}
        """;

    assertThat(judge(hook)).contains(Health.healthy("done"));
  }

  @Test
  void anUnknownKindHasNoHealth() {
    assertThat(judge("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")).isEmpty();
    assertThat(judge("{apiVersion: argoproj.io/v1alpha1, kind: Application}")).isEmpty();
  }

  @Test
  void aScriptThatReturnsNothingSaysNothing() {
    assertThat(byScript("return nil")).isEmpty();
    assertThat(byScript("local a = 1")).isEmpty();
    assertThat(byScript("return {}")).isEmpty();
  }

  @Test
  void aScriptThatIsWrongMakesItsObjectUnknown() {
    assertThat(byScript("return {status = 'Fine'}"))
        .contains(Health.unknown("Lua returned an invalid health status"));
    assertThat(byScript("return {message = 'x'}"))
        .contains(Health.unknown("Lua returned an invalid health status"));
    assertThat(byScript("return 'Healthy'"))
        .contains(
            Health.unknown(
                "the script must return a table with status and message, but returns a string"));
    assertThat(byScript("return {status = 'Healthy', message = 1}"))
        .contains(Health.unknown("the script returns a message that is a number, not a string"));
    assertThat(message("return obj.status.phase")).contains("script:1").contains("nil");
    assertThat(message("if if")).contains("script:1");
  }

  private static String message(String script) {
    return byScript(script).orElseThrow().message();
  }

  private static Optional<Health> byScript(String script) {
    return judge(
        "{apiVersion: v1, kind: Thing, metadata: {name: a}}",
        "resource.customizations.health.Thing",
        script);
  }

  private static Optional<Health> judge(String yaml) {
    return new HealthCheck(ResourceCustomizations.standard(), Clock.systemUTC()).of(object(yaml));
  }

  private static Optional<Health> judge(String yaml, String key, String value) {
    return new HealthCheck(ResourceCustomizations.of(Map.of(key, value)), Clock.systemUTC())
        .of(object(yaml));
  }
}
