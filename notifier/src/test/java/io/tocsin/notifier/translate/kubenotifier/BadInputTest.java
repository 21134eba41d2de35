package io.tocsin.notifier.translate.kubenotifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.notifier.translate.Translation.Note;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadInputTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{jsonPath: '{{a}} / {{ }}', operator: eq, value: x} | jsonPath | '{{a}} / {{ }}' is no",
        "{jsonPath: 'a[', operator: eq, value: x} | jsonPath | 'a[' is no XPath that finds nodes:",
        "{jsonPath: 'count(a)', operator: eq, value: x} | jsonPath | 'count(a)' is no XPath that",
        "{jsonPath: 'f(a)', operator: eq, value: x} | jsonPath | 'f(a)' is no XPath that finds",
        "{jsonPath: '$a/b', operator: eq, value: x} | jsonPath | '$a/b' is no XPath that finds",
        "{operator: eq, value: x} | jsonPath | is missing",
        "{jsonPath: a, operator: eq, valueJsonPath: 'b]'} | valueJsonPath | 'b]' is no XPath",
        "{jsonPath: a, operator: like, value: x} | operator | 'like' is unknown: it is one of eq",
        "{jsonPath: a, value: x} | operator | is missing: it is one of eq, ne, gt, ge, lt and le",
        "{jsonPath: a, operator: lt, value: 30%} | value | '30%' is no number, which lt compares",
        "{jsonPath: a, operator: ge, value: NaN} | value | 'NaN' is no number, which ge compares",
        "{jsonPath: a, operator: eq} | value | is missing, and so is valueJsonPath: nothing is",
        "{jsonPath: a, operator: eq, value: [b]} | value | must be a text",
        "{jsonPath: a, joinOperator: xor, childConditions: [{jsonPath: b, operator: eq, value: c}]}"
            + " | joinOperator | must be and or or, but is 'xor'",
        "{jsonPath: a, joinOperator: or, childConditions: [{jsonPath: '(', operator: eq, value: c}]}"
            + " | childConditions[0].jsonPath | '(' is no XPath that finds nodes",
        "{jsonPath: a, joinOperator: or, childConditions: b} | childConditions | must be a list"
      })
  void aConditionThatIsWrongTakesItsRuleAway(String condition, String field, String sentence) {
    Translation translation =
        Notifications.withRule(
            "allConditions: [{jsonPath: a, operator: eq, value: b}, " + condition + "]");

    assertThat(translation.notes())
        .first()
        .satisfies(
            note -> {
              assertThat(note.wrong()).isTrue();
              assertThat(note.path()).isEqualTo("spec.rules[0].allConditions[1]." + field);
              assertThat(note.sentence()).startsWith(sentence).doesNotContain("\n");
            });
    assertThat(translation.data()).doesNotContainKey("trigger.jobs-rule");
  }

  @Test
  void moreChildrenThanAnXPathCanHoldAreNamed() {
    Map<String, Object> child = Map.of("jsonPath", "a", "operator", "eq", "value", "b");
    Map<String, Object> parent =
        Map.of(
            "jsonPath",
            "c/*",
            "joinOperator",
            "or",
            "childConditions",
            Collections.nCopies(200, child));

    assertThat(rule(Yaml.compact(Map.of("anyConditions", List.of(parent)))))
        .singleElement()
        .asString()
        .startsWith("error: spec.rules[0].anyConditions[0].childConditions: make no XPath with");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{initialDelaySec: -1} | initialDelaySec: must be between 0 and 31536000, but is -1",
        "{throttleMinutes: 600000} | throttleMinutes: must be between 0 and 525600, but is 600000",
        "{throttleMinutes: soon} | throttleMinutes: must be a whole number",
        "{allConditions: []} | allConditions: holds no condition, so nothing is ever told",
        "{anyConditions: x} | anyConditions: must be a list",
        "{events: []} | events: is empty: nobody is told",
        "{events: [told]} | events[0]: must be a mapping"
      })
  void whatIsWrongInARuleIsNamed(String fields, String note) {
    assertThat(rule(fields)).contains("error: spec.rules[0]." + note);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{notificationLevel: fatal} | notificationLevel: 'fatal' is unknown: it is one of info,"
            + " warning and critical",
        "{notifierNames: []} | notifierNames: is empty: nobody is told",
        "{notifierNames: [chat, pager]} | notifierNames[1]: 'pager' is no notifier of it",
        "{notifierNames: [7]} | notifierNames: must be a list of texts",
        "{message: ' '} | message: is missing: there is nothing to tell",
        "{message: '{{.a'} | message: is no template: unclosed action",
        "{message: '{{- -}}'} | message: is no template: illegal number syntax: \"-\"",
        "{message: '{{end}}'} | message: is no template: unexpected {{end}}",
        "{emailSubject: '{{nothing}}'} | emailSubject: is no template: function \"nothing\" not defined"
      })
  void whatIsWrongInAnEventIsNamed(String fields, String note) {
    Map<String, Object> event =
        new HashMap<>(
            Map.of(
                "message", "told", "notificationLevel", "info", "notifierNames", List.of("chat")));
    event.putAll(Yaml.mapping(fields));

    assertThat(rule(Yaml.compact(Map.of("events", List.of(event)))))
        .contains("error: spec.rules[0].events[0]." + note);
  }

  private static List<String> rule(String fields) {
    Map<String, Object> rule =
        new HashMap<>(
            Yaml.mapping(
                "{name: r, anyConditions: [{jsonPath: a, operator: eq, value: b}], events: ["
                    + "{message: told, notificationLevel: info, notifierNames: [chat]}]}"));
    rule.putAll(Yaml.mapping(fields));
    return notes(
        """
        notifiers: [{name: chat, slack: {hookUrlSecret: {name: chat, key: url}}}]
        monitorResource: {resource: jobs}
        rules: [%s]
        """
            .formatted(Yaml.compact(rule)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{name: x} | name: 'x' is a notifier with neither slack nor email",
        "{name: x, slack: {channel: c}} | slack.hookUrlSecret: is missing: it names a Secret and"
            + " its key",
        "{name: x, slack: {hookUrlSecret: {name: s}}} | slack.hookUrlSecret.key: is missing",
        "{name: x, slack: {tokenSecret: {name: s, key: k}}} | slack.channel: is missing: a token"
            + " alone does not say where to post",
        "{name: x, email: {}} | email.usernameSecret: is missing: it names a Secret and its key",
        "{name: x, email: {}} | email.passwordSecret: is missing: it names a Secret and its key",
        "{name: x, email: {}} | email.smtphost: is missing",
        "{name: x, email: {}} | email.fromEmailId: is missing",
        "{name: x, email: {smtpport: 70000}} | email.smtpport: must be a port, but is 70000",
        "{name: x, email: {}} | email.senderList: is empty: the mails go to nobody",
        "{name: x, email: {senderList: me}} | email.senderList: must be a list"
      })
  void whatIsWrongInANotifierIsNamed(String notifier, String note) {
    assertThat(notes("notifiers: [" + notifier + "]")).contains("error: spec.notifiers[0]." + note);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | error: spec.monitorResource: is missing: it says what is watched",
        "{monitorResource: {}} | error: spec.monitorResource.resource: '' is no resource of an API",
        "{monitorResource: {resource: a b}} | error: spec.monitorResource.resource: 'a b' is no"
            + " resource of an API",
        "{monitorResource: {resource: a, version: 1}} | error: spec.monitorResource.version: '1' is"
            + " no version of an API",
        "{monitorResource: {resource: jobs}} | error: spec.rules: is empty: nothing is ever told",
        "{monitorResource: jobs} | error: spec.monitorResource: must be a mapping",
        "{kubeConfigPath: /x} | note: spec.kubeConfigPath: is not read, as there: no other cluster"
            + " is watched",
        "{rule: []} | note: spec.rule: means nothing there, as in Argo Kube Notifier"
      })
  void whatIsWrongInTheWholeIsNamed(String spec, String note) {
    assertThat(notes(spec)).contains(note);
  }

  @Test
  void thereMustBeASpec() {
    assertThat(Notifications.of("{kind: Notification}").notes())
        .containsExactly(new Note(true, "spec", "must be a mapping"));
  }

  @Test
  void otherRulesGoOn() {
    Translation translation =
        Notifications.of(
            """
            metadata: {name: jobs}
            spec:
              monitorResource: {group: batch, resource: jobs}
              notifiers:
              - {name: chat, slack: {hookUrlSecret: {name: chat, key: url}}}
              - {name: broken, slack: {}}
              rules:
              - name: wrong
                allConditions: [{jsonPath: '', operator: eq, value: x}]
                events: [{message: a, notificationLevel: info, notifierNames: [chat]}]
              - name: right
                allConditions: [{jsonPath: a, operator: eq, value: x}]
                events: [{message: a, notificationLevel: info, notifierNames: [broken, chat]}]
            """);

    assertThat(translation.data())
        .containsOnlyKeys(
            "resource.jobs",
            "service.webhook.jobs-chat",
            "subscriptions",
            "template.jobs-right",
            "trigger.jobs-right");
    assertThat(translation.notes()).hasSize(2);
    assertThat(Notifications.read(translation).problems()).isEmpty();
  }

  private static List<String> notes(String spec) {
    Map<String, Object> notification =
        Map.of("metadata", Map.of("name", "jobs"), "spec", Yaml.mapping(spec));
    return Notifications.of(Yaml.compact(notification)).notes().stream()
        .map(note -> (note.wrong() ? "error: " : "note: ") + note)
        .toList();
  }
}
