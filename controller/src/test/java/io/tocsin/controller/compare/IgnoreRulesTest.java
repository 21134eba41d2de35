package io.tocsin.controller.compare;

import static io.tocsin.controller.compare.Compared.difference;
import static io.tocsin.controller.compare.Compared.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.application.IgnoreDifference;
import io.tocsin.controller.customization.ResourceCustomizations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreRulesTest {
  private static final String FRAME =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: ns}, spec: {%s}}";

  @Test
  void aPointerLeavesAFieldOut() {
    assertThat(modified(pointer("/spec/replicas"), "replicas: 1", "replicas: 2")).isFalse();
    assertThat(modified(pointer("/spec/other"), "replicas: 1", "replicas: 2")).isTrue();
  }

  @Test
  void aPointerMayLeadIntoListsAndEscapeItsParts() {
    assertThat(
            modified(
                pointer("/spec/template/spec/containers/0/image"),
                "template: {spec: {containers: [{name: a, image: x}]}}",
                "template: {spec: {containers: [{name: a, image: y}]}}"))
        .isFalse();
    assertThat(
            modified(
                pointer("/spec/template/metadata/annotations/a.b~1c"),
                "template: {metadata: {annotations: {a.b/c: x}}}",
                "template: {metadata: {annotations: {a.b/c: y}}}"))
        .isFalse();
  }

  @Test
  void anExpressionOfJqSelectsWhatIsLeftOut() {
    assertThat(
            modified(
                expression(".spec.template.spec.containers[] | select(.name == \"side\")"),
                "template: {spec: {containers: [{name: a}, {name: side, image: x}]}}",
                "template: {spec: {containers: [{name: a}, {name: side, image: y}]}}"))
        .isFalse();
    assertThat(
            modified(
                expression(".spec.template.spec.containers[]?.image"),
                "template: {spec: {containers: [{name: a, image: x}]}}",
                "template: {spec: {containers: [{name: a, image: y}]}}"))
        .isFalse();
    assertThat(modified(expression(".spec[] | .x"), "replicas: 1", "replicas: 2"))
        .as("an expression that fails leaves nothing out")
        .isTrue();
  }

  @Test
  void rulesFitByGlobsNameAndNamespace() {
    assertThat(modified(rule("*", "*", "", ""), "replicas: 1", "replicas: 2")).isFalse();
    assertThat(modified(rule("apps", "Deployment", "web", "ns"), "replicas: 1", "replicas: 2"))
        .isFalse();
    assertThat(modified(rule("apps", "Deployment", "other", ""), "replicas: 1", "replicas: 2"))
        .isTrue();
    assertThat(modified(rule("", "Deployment", "", ""), "replicas: 1", "replicas: 2")).isTrue();
  }

  private static IgnoreDifference rule(String group, String kind, String name, String namespace) {
    return new IgnoreDifference(
        group, kind, name, namespace, List.of("/spec/replicas"), List.of(), List.of());
  }

  @Test
  void argocdCmHasRulesForAllApplications() {
    Map<String, String> data =
        Map.of(
            "resource.customizations.ignoreDifferences.apps_Deployment",
            "jqPathExpressions: ['.spec.replicas']");

    assertThat(
            difference(
                    settings(data), FRAME.formatted("replicas: 1"), FRAME.formatted("replicas: 2"))
                .modified())
        .isFalse();
  }

  @Test
  void fieldsOfATrustedManagerDoNotCountWhereTheyDiffer() {
    IgnoreDifference trusted =
        new IgnoreDifference(
            "*", "*", "", "", List.of(), List.of(), List.of("horizontal-pod-autoscaler"));
    String live =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          managedFields:
          - {manager: horizontal-pod-autoscaler, operation: Update, fieldsV1: {f:spec: {f:replicas: {}}}}
          - {manager: kubectl, operation: Update, fieldsV1: {f:spec: {f:paused: {}}}}
        spec: {replicas: 5, paused: %s}
        """;

    assertThat(
            difference(
                    settings(Map.of(), trusted),
                    FRAME.formatted("replicas: 1, paused: true"),
                    live.formatted("true"))
                .modified())
        .isFalse();
    assertThat(
            difference(
                    settings(Map.of(), trusted),
                    FRAME.formatted("replicas: 1, paused: true"),
                    live.formatted("false"))
                .modified())
        .isTrue();
  }

  @Test
  void aRuleThatIsWrongIsNamedAndLeftOut() {
    IgnoreRules rules =
        IgnoreRules.of(
            List.of(pointer("spec"), expression(".spec[")), ResourceCustomizations.standard());

    assertThat(rules.problems())
        .containsExactlyInAnyOrder(
            "jsonPointers: `spec` must begin with a slash",
            "jqPathExpressions: `.spec[` is no expression of jq");
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(
      strings = {
        ".spec | select(last(range(1e12)) == 0)",
        ".spec | select(([range(100000)] | combinations(3)) | false)",
        ".spec | select([limit(1e9; range(1e12))] == [])",
        "range(1e12)",
        "env.HOME",
        "$ENV.HOME",
        ".spec.a |= 1",
      })
  void anExpressionThatTakesTooLongOrSelectsNoPathIsStopped(String expression) {
    JqPath path = JqPath.compile(expression);

    assertThatThrownBy(() -> path.remove(Map.of("spec", Map.of("a", 1L)), Duration.ofMillis(50)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expression);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".spec | select(\"a\" * 1000000000 == \"\")",
        "def f: f; f",
        "reduce (1, 2) as $i (\"x\"; . + .)",
        ".spec | select(\"\\(.)\\(.)\" == 1)",
        "import \"x\" as x; .spec",
        ".a+.a+.a+.a+.a+.a+.a+.a+.a+.a",
      })
  void anExpressionThatMightFillTheMemoryIsRefused(String expression) {
    assertThatThrownBy(() -> JqPath.compile(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expression);
  }

  @Test
  @Timeout(20)
  void regularExpressionsTakeTimeInProportionToTheText() {
    Map<String, Object> content = Map.of("spec", Map.of("a", "a".repeat(5000) + "b"));

    assertThat(JqPath.compile(".spec | select(.a | test(\"^(a+)+$\")) | .a").remove(content))
        .isEqualTo(content);
    assertThat(JqPath.compile(".spec | select(.a | test(\"A.*B\"; \"i\")) | .a").remove(content))
        .isEqualTo(Map.of("spec", Map.of()));
  }

  private static boolean modified(IgnoreDifference rule, String target, String live) {
    return difference(settings(Map.of(), rule), FRAME.formatted(target), FRAME.formatted(live))
        .modified();
  }

  private static IgnoreDifference pointer(String pointer) {
    return new IgnoreDifference(
        "apps", "Deployment", "", "", List.of(pointer), List.of(), List.of());
  }

  private static IgnoreDifference expression(String expression) {
    return new IgnoreDifference(
        "apps", "Deployment", "", "", List.of(), List.of(expression), List.of());
  }
}
