package io.tocsin.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Configurations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
  private static final String WEBHOOK = "url: http://127.0.0.1/hook";

  @Test
  void readsTheKeysOfArgoCdNotifications() {
    Configuration configuration =
        Configurations.of(
            Map.of(
                "service.webhook.dingtalk", WEBHOOK,
                "service.console", "",
                "trigger.on-deployed", "- {when: 'true', send: [t]}",
                "template.t", "message: hello",
                "context", "argocdUrl: http://argocd\nretries: 3",
                "defaultTriggers", "[on-deployed]",
                "defaultTriggers.slack", "[on-other]",
                "subscriptions", "- {recipients: [dingtalk], triggers: [a], trigger: b}"));

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.services()).containsOnlyKeys("dingtalk", "console");
    assertThat(configuration.triggers()).containsOnlyKeys("on-deployed");
    assertThat(configuration.templates()).containsOnlyKeys("t");
    assertThat(configuration.context()).containsEntry("retries", "3");
    assertThat(configuration.defaultTriggers()).containsExactly("on-deployed");
    assertThat(configuration.serviceDefaultTriggers()).containsEntry("slack", List.of("on-other"));
    assertThat(configuration.subscriptions().getFirst().triggers()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          template.t | message: '{{ .app.'           | template.t: message
          template.t | 'a: [1, 2'                    | template.t: is not valid YAML: line
          template.t | just text                     | template.t: must be a mapping, but is a string
          trigger.t  | '- {when: ''app.'', send: x}' | trigger.t:
          trigger.t  | just text                     | trigger.t:
          service.webhok.x | 'url: http://x'         | service.webhok.x: names the service type webhok, which does not exist; did you mean webhook?
          service.webhook.x | '{}'                   | service.webhook.x:
          service.webhook.a.b | 'url: http://x'      | service.webhook.a.b: must be named service.<type> or service.<type>.<name>
          subscriptions | '- {recipients: 7}'        | subscriptions: has a wrong recipients: it must be a list of strings, but is a number
          subscriptions | '- {selector: ''a in (''}' | subscriptions: has a selector that does not parse, 'a in (':
          context | '- a'                            | context: must be a mapping, but is a list
          defaultTriggers | '{a: b}'                 | defaultTriggers: must be a list of strings, but is a mapping
          """)
  void saysInOneSentenceWhichKeyIsWrongAndReadsTheRest(String key, String text, String expected) {
    Configuration configuration =
        Configurations.of(Map.of(key, text, "service.webhook.fine", WEBHOOK));

    assertThat(configuration.problems()).hasSize(1);
    assertThat(configuration.problems().getFirst().severity()).isEqualTo(Problem.Severity.ERROR);
    assertThat(configuration.problems().getFirst().toString())
        .startsWith(expected)
        .doesNotContain("\n");
    assertThat(configuration.services()).containsKey("fine");
  }

  @Test
  void theLastGoodVersionOfABrokenKeyGoesOn() {
    ConfigurationReader reader = Configurations.reader();
    Configuration good =
        reader.read(Configurations.source(Map.of("service.webhook.x", WEBHOOK), Map.of()));
    Configuration bad =
        reader.read(
            Configurations.source(Map.of("service.webhook.x", "url: $missing"), Map.of()),
            Optional.of(good));

    assertThat(bad.services().get("x")).isEqualTo(good.services().get("x"));
    assertThat(bad.problems().getFirst().toString())
        .isEqualTo(
            "service.webhook.x: refers in url to $missing, but the Secret has no key missing; its"
                + " last good version goes on");
  }

  @Test
  void twoServicesOfOneNameAreBothNamed() {
    Configuration both =
        Configurations.of(
            Map.of("service.slack", "token: a", "service.webhook.slack", "url: http://localhost"));

    assertThat(both.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "service.webhook.slack: declares the service slack, as service.slack does; this one"
                + " counts");
  }

  @Test
  void aKeyThatWasTakenAwayIsGone() {
    ConfigurationReader reader = Configurations.reader();
    Configuration before =
        reader.read(Configurations.source(Map.of("service.webhook.x", WEBHOOK), Map.of()));

    assertThat(
            reader.read(Configurations.source(Map.of(), Map.of()), Optional.of(before)).services())
        .isEmpty();
  }

  @Test
  void unknownKeysAreToldApart() {
    assertThat(Configurations.of(Map.of("templates.x", "message: a")).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
              assertThat(problem.toString())
                  .isEqualTo(
                      "templates.x: is not a key of this configuration; it is ignored; did you mean template.x?");
            });
  }
}
