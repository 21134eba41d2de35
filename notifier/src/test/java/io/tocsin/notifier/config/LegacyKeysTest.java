package io.tocsin.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Configurations;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegacyKeysTest {
  private static final String CONFIG =
      """
      triggers:
        - name: on-sync-status-unknown
          condition: app.status.sync.status == 'Unknown'
          template: app-sync-status
          enabled: true
        - name: on-off
          condition: "false"
          template: app-sync-status
      templates:
        - name: app-sync-status
          subject: "{{.app.metadata.name}}"
          body: "It is {{.app.status.sync.status}}."
      context:
        argocdUrl: http://argocd
      subscriptions:
        - recipients: [slack:test]
          selector: test=true
      """;

  @Test
  void theFormsBeforeVersionOnePointOneAreRead() {
    Configuration configuration =
        Configurations.of(
            Map.of("config.yaml", CONFIG),
            Map.of(
                "notifiers.yaml",
                "slack: {token: xoxb-1}\nwebhook:\n  - {name: custom, url: http://127.0.0.1}"));

    assertThat(configuration.triggers()).containsOnlyKeys("on-sync-status-unknown", "on-off");
    assertThat(configuration.templates()).containsOnlyKeys("app-sync-status");
    assertThat(configuration.services()).containsOnlyKeys("slack", "custom");
    assertThat(configuration.defaultTriggers()).containsExactly("on-sync-status-unknown");
    assertThat(configuration.context()).containsEntry("argocdUrl", "http://argocd");
    assertThat(configuration.subscriptions().getFirst().recipients()).containsExactly("slack:test");
    assertThat(configuration.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .isEqualTo("config.yaml: is deprecated; write its parts as keys of their own"));
  }

  @Test
  void aLegacyTriggerChangesTheFirstConditionOfTodaysKey() {
    Configuration configuration =
        Configurations.of(
            Map.of(
                "config.yaml", "triggers: [{name: t, condition: 'true'}]",
                "trigger.t", "- {when: 'false', send: [a]}\n- {when: 'false', send: [b]}"));

    assertThat(configuration.triggers().get("t").conditions())
        .satisfiesExactly(
            first -> {
              assertThat(first.when().source()).isEqualTo("true");
              assertThat(first.send()).containsExactly("a");
            },
            second -> assertThat(second.send()).containsExactly("b"));
  }

  @Test
  void aLegacyFormThatCannotBeReadHarmsItselfAlone() {
    Configuration configuration =
        Configurations.of(
            Map.of("config.yaml", "triggers: 7", "service.webhook.x", "url: http://127.0.0.1"));

    assertThat(configuration.problems().getFirst().toString())
        .isEqualTo("config.yaml: has a wrong triggers: it must be a list, but is a number");
    assertThat(configuration.services()).containsKey("x");
  }
}
