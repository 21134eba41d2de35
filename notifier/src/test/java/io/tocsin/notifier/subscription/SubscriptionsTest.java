package io.tocsin.notifier.subscription;

import static io.tocsin.notifier.Objects.application;
import static io.tocsin.notifier.Objects.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.Configurations;
import io.tocsin.notifier.config.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
  private static final Configuration NOTHING = Configurations.of(Map.of());
  private static final Configuration DEFAULTS =
      Configurations.of(
          Map.of(
              "defaultTriggers", "[on-any]", "defaultTriggers.mattermost", "[on-chat, on-other]"));

  @Test
  void readsTriggersAndServicesOfAnnotations() {
    assertThat(
            told(
                NOTHING,
                Map.of(
                    "notifications.argoproj.io/subscribe.on-deployed.slack", "a; b ;;c",
                    "notifications.argoproj.io/subscribe.on-failed.dingtalk", "")))
        .containsExactly(
            "on-deployed -> slack:a",
            "on-deployed -> slack:b",
            "on-deployed -> slack:c",
            "on-failed -> dingtalk");
  }

  @Test
  void keepsColonsAndSlashesOfRecipients() {
    assertThat(
            told(
                NOTHING,
                Map.of(
                    "notifications.argoproj.io/subscribe.on-deployed.teams",
                    "https://example.com:8443/hook?a=b:c")))
        .containsExactly("on-deployed -> teams:https://example.com:8443/hook?a=b:c");
  }

  @Test
  void fillsInDefaultTriggersOfTheServiceOrOfAll() {
    assertThat(
            told(
                DEFAULTS,
                Map.of(
                    "notifications.argoproj.io/subscribe.slack", "x",
                    "notifications.argoproj.io/subscribe.mattermost", "y")))
        .containsExactly(
            "on-chat -> mattermost:y", "on-other -> mattermost:y", "on-any -> slack:x");
  }

  @Test
  void readsTheYamlForm() {
    assertThat(
            told(
                DEFAULTS,
                Map.of(
                    "notifications.argoproj.io/subscriptions",
                    """
                    - trigger: [on-a, on-b]
                      destinations:
                        - service: slack
                          recipients: [x, y]
                        - service: dingtalk
                          recipients: []
                    - destinations:
                        - service: email
                          recipients: [a@example.com]
                    """)))
        .containsExactly(
            "on-a -> slack:x",
            "on-b -> slack:x",
            "on-a -> slack:y",
            "on-b -> slack:y",
            "on-a -> dingtalk",
            "on-b -> dingtalk",
            "on-any -> email:a@example.com");
  }

  @Test
  void readsTheLegacyAnnotationWithAndWithoutATrigger() {
    assertThat(
            told(
                DEFAULTS,
                Map.of(
                    "recipients.argocd-notifications.argoproj.io", "slack:a, email:b@example.com",
                    "on-failed.recipients.argocd-notifications.argoproj.io", "slack:c")))
        .containsExactly(
            "on-failed -> slack:c", "on-any -> slack:a", "on-any -> email:b@example.com");
  }

  @Test
  void saysWhichAnnotationCannotBeRead() {
    Subscriptions subscriptions =
        Subscriptions.of(
            NOTHING,
            application(
                Map.of(), Map.of("notifications.argoproj.io/subscriptions", "- destinations: 7")),
            Optional.empty());

    assertThat(subscriptions.list()).isEmpty();
    assertThat(subscriptions.problems())
        .containsExactly(
            "Application argocd/guestbook: annotation notifications.argoproj.io/subscriptions has a"
                + " wrong destinations: it must be a list, but is a number");
  }

  @Test
  void projectsSubscribeAllTheirApplicationsAndNothingIsToldTwice() {
    Map<String, String> annotations =
        Map.of("notifications.argoproj.io/subscribe.on-deployed.slack", "a");

    assertThat(
            strings(
                Subscriptions.of(
                    NOTHING,
                    application(Map.of(), annotations),
                    Optional.of(project(annotations)))))
        .containsExactly("on-deployed -> slack:a");
    assertThat(
            strings(
                Subscriptions.of(
                    NOTHING, application(Map.of(), Map.of()), Optional.of(project(annotations)))))
        .containsExactly("on-deployed -> slack:a");
  }

  @Test
  void globalSubscriptionsSelectByLabels() {
    Configuration configuration =
        Configurations.of(
            Map.of(
                "subscriptions",
                """
                - recipients: [slack:all]
                  trigger: on-a
                - recipients: [slack:test]
                  triggers: [on-a]
                  selector: test=true
                - recipients: [slack:teams]
                  triggers: [on-a]
                  selector: team in (red, blue), !old
                """));

    assertThat(told(configuration, Map.of("test", "true"), Map.of()))
        .containsExactly("on-a -> slack:all", "on-a -> slack:test");
    assertThat(told(configuration, Map.of("team", "red"), Map.of()))
        .containsExactly("on-a -> slack:all", "on-a -> slack:teams");
    assertThat(told(configuration, Map.of("team", "red", "old", ""), Map.of()))
        .containsExactly("on-a -> slack:all");
  }

  @Test
  void webhookPrefixedNamesMeanTheWebhookOfThatName() {
    Configuration configuration =
        Configurations.of(
            Map.of(
                "service.webhook.dingtalk", "url: http://127.0.0.1/",
                "subscriptions",
                    "- {recipients: [dingtalk, 'webhook:dingtalk'], triggers: [on-a]}"));

    assertThat(told(configuration, Map.of(), Map.of())).containsExactly("on-a -> dingtalk");
  }

  @Test
  void aServiceCalledWebhookTakesRecipientsAsOthersDo() {
    Configuration configuration =
        Configurations.of(
            Map.of(
                "service.webhook", "url: http://127.0.0.1/",
                "service.webhook.dingtalk", "url: http://127.0.0.1/",
                "subscriptions", "- {recipients: ['webhook:dingtalk'], triggers: [on-a]}"));

    assertThat(told(configuration, Map.of(), Map.of())).containsExactly("on-a -> webhook:dingtalk");
  }

  private static List<String> told(Configuration configuration, Map<String, String> annotations) {
    return told(configuration, Map.of(), annotations);
  }

  private static List<String> told(
      Configuration configuration, Map<String, String> labels, Map<String, String> annotations) {
    KubeObject application = application(labels, annotations);
    return strings(Subscriptions.of(configuration, application, Optional.empty()));
  }

  private static List<String> strings(Subscriptions subscriptions) {
    return subscriptions.list().stream().map(s -> s.trigger() + " -> " + s.destination()).toList();
  }
}
