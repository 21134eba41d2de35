package io.tocsin.notifier.translate.kubenotifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.config.Yaml;
import io.tocsin.notifier.translate.Translation;
import io.tocsin.triggers.Condition;
import io.tocsin.triggers.ConditionResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionsTest {
  private static final String JOB =
      """
      metadata:
        name: export
        labels: {tier: back, part-of: shop, count: '3', quoted: it's "so"}
      spec: {suspend: false, parallelism: 3, limit: 0.5}
      status:
        active: 2
        failed: 3
        wanted: 3
        phase: Failed
        conditions:
        - {type: Complete, status: 'False', seen: 1}
        - {type: Failed, status: 'True', seen: 5}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status/phase           | eq | Failed | true  | obj.status?.phase == 'Failed'",
        "/status/phase          | eq | Failed | true  | obj.status?.phase == 'Failed'",
        "status/phase           | eq | Error  | false | obj.status?.phase == 'Error'",
        "status/phase           | ne | Error  | true  | obj.status?.phase != nil and"
            + " obj.status?.phase != 'Error'",
        "status/none/at/all     | ne | Error  | false | obj.status?.none?.at?.all != nil and"
            + " obj.status?.none?.at?.all != 'Error'",
        "metadata/name          | eq | export | true  | obj.metadata.name == 'export'",
        "metadata/labels/part-of| eq | shop   | true  | obj.metadata.labels?.['part-of'] == 'shop'",
        "metadata/labels/count  | eq | 3      | true  | string(obj.metadata.labels?.count) == '3'",
        "spec/parallelism       | eq | 3      | true  | string(obj.spec?.parallelism) == '3'",
        "spec/parallelism       | ne | 3      | false | obj.spec?.parallelism != nil and"
            + " string(obj.spec?.parallelism) != '3'",
        "spec/limit             | eq | 0.5    | true  | string(obj.spec?.limit) == '0.5'",
        "spec/suspend           | eq | false  | true  | string(obj.spec?.suspend) == 'false'",
        "status/active          | gt | 1      | true  | obj.status?.active != nil and"
            + " float(obj.status?.active) > 1",
        "status/active          | ge | 2.5    | false | obj.status?.active != nil and"
            + " float(obj.status?.active) >= 2.5",
        "metadata/labels/count  | lt | 4      | true  | obj.metadata.labels?.count != nil and"
            + " float(obj.metadata.labels?.count) < 4",
        "status/active          | le | -1     | false | obj.status?.active != nil and"
            + " float(obj.status?.active) <= -1",
        "status/none            | lt | 4      | false | obj.status?.none != nil and"
            + " float(obj.status?.none) < 4",
        "status/conditions/*/type | eq | Failed | true | any(xpath('status/conditions/*/type'),"
            + " # == 'Failed')",
        "//seen                 | gt | 4      | true  | any(xpath('.//seen'), float(#) > 4)",
        "//seen                 | gt | 5      | false | any(xpath('.//seen'), float(#) > 5)"
      })
  void aValueIsCompared(
      String path, String operator, String value, boolean holds, String expression) {
    Condition condition = only(Map.of("jsonPath", path, "operator", operator, "value", value));

    assertThat(condition.when().source()).isEqualTo(expression);
    assertThat(evaluated(condition)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status/failed | eq | status/wanted                    | true",
        "status/failed | ne | status/wanted                    | false",
        "status/active | lt | status/wanted                    | true",
        "status/active | lt | status/none                      | false",
        "status/none   | ne | status/wanted                    | false",
        "status/failed | eq | metadata/labels/count            | true",
        "status/active | gt | status/conditions/*[1]/seen      | true",
        "status/active | gt | status/conditions/*[9]/seen      | false",
        "status/phase  | eq | status/conditions/*[2]/type      | true",
        "//type        | eq | status/phase                     | true",
        "//type        | ne | status/none                      | false",
        "//seen        | ge | status/conditions/*[type='Failed']/seen | true"
      })
  void anotherValueOfTheObjectIsCompared(
      String path, String operator, String other, boolean holds) {
    assertThat(
            evaluated(only(Map.of("jsonPath", path, "operator", operator, "valueJsonPath", other))))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "and, Failed, True, true",
    "and, Failed, False, false",
    "or, Failed, False, true",
    "or, Nothing, Unknown, false"
  })
  void childrenAreAboutOneNode(String join, String type, String status, boolean holds) {
    Condition condition =
        only(
            Map.of(
                "jsonPath",
                "status/conditions/*",
                "joinOperator",
                join,
                "childConditions",
                List.of(eq("type", type), eq("/status", status))));

    assertThat(condition.when().source()).startsWith("len(xpath(\"status/conditions/*[type = '");
    assertThat(evaluated(condition)).isEqualTo(holds);
  }

  @Test
  void childrenOfNamesAreExpr() {
    Condition condition =
        only(
            Map.of(
                "jsonPath",
                "status",
                "joinOperator",
                "or",
                "childConditions",
                List.of(
                    eq("phase", "Error"),
                    Map.of(
                        "jsonPath",
                        "conditions",
                        "joinOperator",
                        "and",
                        "childConditions",
                        List.of(eq("a", "b"), eq("c", "d"))),
                    Map.of("jsonPath", "active", "operator", "lt", "valueJsonPath", "wanted"))));

    assertThat(condition.when().source())
        .isEqualTo(
            "obj.status?.phase == 'Error'"
                + " or (obj.status?.conditions?.a == 'b' and obj.status?.conditions?.c == 'd')"
                + " or (obj.status?.active != nil and obj.status?.wanted != nil"
                + " and float(obj.status?.active) < float(obj.status?.wanted))");
  }

  @Test
  void grandchildrenArePredicatesInPredicates() {
    Map<String, Object> grandchild =
        Map.of("jsonPath", "seen", "operator", "ge", "valueJsonPath", "../*[1]/seen");
    Map<String, Object> child =
        Map.of(
            "jsonPath",
            "*[1] | *[2]",
            "joinOperator",
            "or",
            "childConditions",
            List.of(grandchild));

    assertThat(
            evaluated(
                only(
                    Map.of(
                        "jsonPath", "status/conditions",
                        "joinOperator", "and",
                        "childConditions", List.of(child)))))
        .isTrue();
  }

  @Test
  void quotesInTextsAreNoHarm() {
    String text = "it's \"so\"";
    assertThat(evaluated(only(eq("metadata/labels/quoted", text)))).isTrue();
    assertThat(evaluated(only(eq("metadata/*/quoted", text)))).isTrue();
    Map<String, Object> parent =
        Map.of(
            "jsonPath", "metadata/*",
            "joinOperator", "and",
            "childConditions", List.of(eq("quoted", text)));
    assertThat(evaluated(only(parent))).isTrue();
  }

  @Test
  void allConditionsGoBeforeAny() {
    Translation translation =
        Notifications.withRule(
            "allConditions: ["
                + Yaml.compact(eq("status/phase", "Failed"))
                + "]\n"
                + "anyConditions: ["
                + Yaml.compact(eq("status/phase", "Error"))
                + "]\n");

    assertThat(Notifications.when(translation)).isEqualTo("- when: obj.status?.phase == 'Failed'");
    assertThat(translation.notes())
        .extracting(Object::toString)
        .containsExactly(
            "spec.rules[0].anyConditions: is not read where there is allConditions, as there");
  }

  private static Map<String, Object> eq(String path, String value) {
    return Map.of("jsonPath", path, "operator", "eq", "value", value);
  }

  private static Condition only(Map<String, Object> condition) {
    Translation translation =
        Notifications.withRule("allConditions: [" + Yaml.compact(condition) + "]");
    assertThat(translation.notes()).isEmpty();
    return Notifications.read(translation).triggers().get("jobs-rule").conditions().getFirst();
  }

  private static boolean evaluated(Condition condition) {
    ConditionResult result = condition.evaluate(Subject.of(JOB));
    assertThat(result.problems()).isEmpty();
    return result.triggered();
  }
}
