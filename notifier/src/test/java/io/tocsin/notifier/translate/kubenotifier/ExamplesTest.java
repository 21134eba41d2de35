package io.tocsin.notifier.translate.kubenotifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.SecretValue;
import io.tocsin.services.registry.NotificationTemplate;
import io.tocsin.services.registry.ServiceTypes;
import io.tocsin.triggers.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Argo Kube Notifier's three examples, with data of our own. */
final class ExamplesTest {
  private static final String ALL = "all-conditions.yaml";
  private static final String ANY = "any-conditions.yaml";
  private static final String PATHS = "json-path.yaml";

  @ParameterizedTest
  @ValueSource(strings = {ALL, ANY, PATHS})
  void theTranslationIsAConfigurationWithoutProblems(String file) {
    Configuration configuration = Notifications.read(Notifications.ofFile(file));

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.resources()).hasSize(1);
    assertThat(configuration.triggers()).hasSize(1);
    assertThat(configuration.subscriptions())
        .allSatisfy(
            subscription -> {
              assertThat(configuration.resources()).containsKeys(first(subscription.resources()));
              assertThat(configuration.triggers()).containsKeys(first(subscription.triggers()));
              assertThat(subscription.recipients())
                  .allSatisfy(
                      to -> assertThat(configuration.services()).containsKey(to.split(":")[0]));
            });
  }

  private static String first(List<String> names) {
    return names.getFirst();
  }

  @Test
  void eachConditionOfAnyIsEnough() {
    String workflow = "{metadata: {name: nightly}, status: {phase: %s}}";

    assertThat(holds(ANY, workflow.formatted("Failed"))).isTrue();
    assertThat(holds(ANY, workflow.formatted("Error"))).isTrue();
    assertThat(holds(ANY, workflow.formatted("Succeeded"))).isFalse();
    assertThat(holds(ANY, "{metadata: {name: nightly}}")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "checkout, 1, False, true",
    "checkout, 3, False, false",
    "checkout, 1, True, false",
    "search, 1, False, false"
  })
  void allConditionsMustHold(String name, int ready, String available, boolean holds) {
    String deployment =
        """
        metadata: {name: %s}
        status:
          replicas: 3
          readyReplicas: %d
          conditions:
          - {type: Progressing, status: 'True'}
          - {type: Available, status: '%s'}
        """
            .formatted(name, ready, available);

    assertThat(holds(PATHS, deployment)).isEqualTo(holds);
  }

  @Test
  void timesBelongToTheCondition() {
    Condition condition = condition(Notifications.read(Notifications.ofFile(ALL)));

    assertThat(condition.timing().delay()).contains(Duration.ofMinutes(1));
    assertThat(condition.timing().throttle()).contains(Duration.ofMinutes(5));
  }

  @Test
  void slackIsToldInItsOwnJson() {
    String name = "a \"quoted\" <!here> & \\ name";
    Map<String, Object> variables =
        Subject.of("{metadata: {name: " + Yaml.compact(name) + "}, status: {phase: Failed}}");

    Object hooks = rendered(ANY, variables, "webhook");

    assertThat(Yaml.mapping(body(hooks)))
        .containsEntry("channel", "data-team")
        .extractingByKey("attachments")
        .isEqualTo(
            List.of(
                Map.of(
                    "color", "warning",
                    "title", "Argo Kube Notifier",
                    "text", "Workflow a \"quoted\" &lt;!here&gt; &amp; \\ name went wrong.")));
  }

  /** The text of the only request. */
  private static String body(Object hooks) {
    Map<?, ?> request = (Map<?, ?>) ((Map<?, ?>) hooks).get("nightly-jobs-chat");
    assertThat(request.get("method")).isEqualTo("POST");
    return (String) request.get("body");
  }

  @Test
  void mailsAreHtmlWithEscapedValues() {
    Map<String, Object> variables = Subject.of("{metadata: {name: <b>}, status: {}}");

    assertThat(Yaml.json(rendered(ANY, variables, "email")))
        .contains("[ALERT] <b> went wrong", "Workflow &lt;b&gt; went wrong.");
  }

  @Test
  void secretsAreReferredTo() {
    Translation translation = Notifications.ofFile(ANY);

    assertThat(translation.secrets())
        .containsOnly(
            Map.entry("chat-hooks-dataTeam", new SecretValue.Key("data", "chat-hooks", "dataTeam")),
            Map.entry("mail-login-username", new SecretValue.Key("data", "mail-login", "username")),
            Map.entry(
                "mail-login-password", new SecretValue.Key("data", "mail-login", "password")));
  }

  @Test
  void whatStandsInAWrongPlaceIsNoted() {
    assertThat(Notifications.ofFile(ANY).notes())
        .extracting(Object::toString)
        .contains(
            "spec.notifiers[1].throttleMinutes: means nothing there, as in Argo Kube Notifier");
  }

  private static boolean holds(String file, String object) {
    return condition(Notifications.read(Notifications.ofFile(file)))
        .evaluate(Subject.of(object))
        .triggered();
  }

  private static Condition condition(Configuration configuration) {
    return configuration.triggers().values().iterator().next().conditions().getFirst();
  }

  private static Object rendered(String file, Map<String, Object> variables, String type) {
    Configuration configuration = Notifications.read(Notifications.ofFile(file));
    List<NotificationTemplate> templates = List.copyOf(configuration.templates().values());
    return NotificationTemplate.render(
            templates, variables, Optional.of(type).flatMap(ServiceTypes::find).orElseThrow())
        .fields()
        .get(type);
  }
}
