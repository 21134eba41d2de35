package io.tocsin.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {
  private static final String DEPLOYED =
      "app.status.operationState.phase in ['Succeeded'] and app.status.health.status == 'Healthy'";

  private static Map<String, Object> application(Map<String, Object> sync) {
    return Map.of(
        "app",
        Map.of(
            "status",
            Map.of(
                "operationState",
                Map.of("phase", "Succeeded"),
                "health",
                Map.of("status", "Healthy"),
                "sync",
                sync)));
  }

  private static ConditionResult evaluate(
      Map<String, Object> condition, Map<String, Object> variables) {
    return Trigger.of("t", List.of(condition)).evaluate(variables).getFirst();
  }

  @Test
  void aTrueConditionTriggersOncePerRevision() {
    ConditionResult result =
        evaluate(
            Map.of(
                "when",
                DEPLOYED,
                "oncePer",
                "app.status.sync.revision",
                "send",
                List.of("app-deployed")),
            application(Map.of("revision", "abc")));

    assertThat(result.triggered()).isTrue();
    assertThat(result.oncePer()).contains("abc");
    assertThat(result.problems()).isEmpty();
    assertThat(result.condition().send()).containsExactly("app-deployed");
  }

  @Test
  void theKeyIsTheOriginals() {
    Trigger trigger = Trigger.of("t", List.of(Map.of("when", "true"), Map.of("when", DEPLOYED)));

    assertThat(trigger.conditions().get(0).key()).isEqualTo("[0].X_5TO4MPCKAyY0ipFgr6_IraRNs");
    assertThat(trigger.conditions().get(1).key()).startsWith("[1].").hasSize(31);
  }

  @Test
  void aBooleanOfYamlIsItsText() {
    ConditionResult result = evaluate(Map.of("when", true), Map.of());

    assertThat(result.triggered()).isTrue();
    assertThat(result.condition().when().source()).isEqualTo("true");
  }

  @Test
  void aSingleMappingIsAListOfOne() {
    Trigger trigger = Trigger.of("t", Map.of("when", "true", "description", "always"));

    assertThat(trigger.conditions()).hasSize(1);
    assertThat(trigger.conditions().getFirst().description()).isEqualTo("always");
  }

  @Test
  void withoutWhenNothingTriggers() {
    assertThat(evaluate(Map.of("send", List.of("x")), Map.of()).triggered()).isFalse();
  }

  @Test
  void revisionsStandInForARevisionThatIsNotThere() {
    ConditionResult result =
        evaluate(
            Map.of("when", "true", "oncePer", "app.status.sync.revision"),
            application(Map.of("revisions", List.of("a", "b"))));

    assertThat(result.oncePer()).contains("a,b");
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void revisionsStandInForAnEmptyRevision() {
    ConditionResult result =
        evaluate(
            Map.of("when", "true", "oncePer", "app.status?.sync?.revision"),
            application(Map.of("revision", "", "revisions", List.of("a", "b"))));

    assertThat(result.oncePer()).contains("a,b");
  }

  @Test
  void anyOtherNilIsNoKeyAndAProblem() {
    ConditionResult result =
        evaluate(Map.of("when", "true", "oncePer", "app.metadata?.missing"), application(Map.of()));

    assertThat(result.triggered()).isTrue();
    assertThat(result.oncePer()).isEmpty();
    assertThat(result.problems()).containsExactly("oncePer: app.metadata?.missing has no value");
  }

  @Test
  void aFailingConditionIsAProblemAndDoesNotStopTheOthers() {
    List<ConditionResult> results =
        Trigger.of("t", Arrays.asList(Map.of("when", "app.a.b == 1"), Map.of("when", true)))
            .evaluate(application(Map.of()));

    assertThat(results.get(0).triggered()).isFalse();
    assertThat(results.get(0).problems()).containsExactly("when: cannot fetch b from nil (1:7)");
    assertThat(results.get(1).triggered()).isTrue();
  }

  @Test
  void aValueThatIsNoBooleanDoesNotTrigger() {
    assertThat(evaluate(Map.of("when", "'true'"), Map.of()).triggered()).isFalse();
  }

  @Test
  void anErrorNamesTriggerConditionAndField() {
    assertThatThrownBy(() -> Trigger.of("on-x", List.of(Map.of("when", "a =="))))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("trigger on-x, condition 0, when: unexpected end of the expression (1:5)");
  }

  @Test
  void timesAndARecoveryAreRead() {
    Condition condition =
        Trigger.of(
                "t",
                Map.of(
                    "when",
                    true,
                    "for",
                    "5m",
                    "delay",
                    "60s",
                    "repeatEvery",
                    "1h30m",
                    "throttle",
                    "10m",
                    "recovery",
                    List.of("fine")))
            .conditions()
            .getFirst();

    assertThat(condition.timing())
        .isEqualTo(
            new Timing(
                Optional.of(Duration.ofMinutes(5)),
                Optional.of(Duration.ofMinutes(1)),
                Optional.of(Duration.ofMinutes(90)),
                Optional.of(Duration.ofMinutes(10))));
    assertThat(condition.recovery()).containsExactly("fine");
    assertThat(condition.readsClock()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "for, 5 minutes, '''5 minutes'' is no duration such as 90s, 5m or 4h'",
    "delay, soon, '''soon'' is no duration such as 90s, 5m or 4h'",
    "throttle, 0s, 'must be at least 1s, not 0s'",
    "for, 300, '''300'' is no duration such as 90s, 5m or 4h'",
    "repeatEvery, -1h, 'must be at least 1s, not -1h'",
    "repeatEvery, 5ms, 'must be at least 1s, not 5ms'"
  })
  void aTimeThatIsNoneIsAnError(String field, String text, String reason) {
    assertThatThrownBy(() -> Trigger.of("on-x", Map.of("when", true, field, text)))
        .hasMessage("trigger on-x, condition 0, " + field + ": " + reason);
  }

  @Test
  void onlyAConditionThatFailsIsUndecided() {
    assertThat(evaluate(Map.of("when", "app.a.b == 1"), application(Map.of())).undecided())
        .isTrue();
    assertThat(evaluate(Map.of("when", "false"), Map.of()).undecided()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event == 'created'| true",
        "changed('spec.replicas')| true",
        "obj.spec.replicas > old?.spec.replicas| true",
        "$env.event == 'deleted'| true",
        "any(obj.items, {#.event == 'x'})| false",
        "app.status.event == 'old'| false",
        "let old = app.spec; old.x == 1| false",
        "jexl: event == 'created'| true",
        "jexl: app.event == 'old'| false",
      })
  void whatHappenedIsToldFromWhatIs(String when, boolean aboutChange) {
    Condition condition = Trigger.of("t", Map.of("when", when)).conditions().getFirst();

    assertThat(condition.aboutChange()).isEqualTo(aboutChange);
  }

  @ParameterizedTest
  @ValueSource(strings = {"for", "delay", "repeatEvery", "recovery"})
  void whatHappenedDoesNotLast(String field) {
    Map<String, Object> condition = Map.of("when", "event == 'deleted'", field, "1m");

    assertThatThrownBy(() -> Trigger.of("on-x", condition))
        .hasMessage(
            "trigger on-x, condition 0, %s: cannot stand with a condition that names event, old,"
                + " changed or diff: what happens does not last",
            field);
  }
}
