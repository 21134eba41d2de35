package io.tocsin.controller.customization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceCustomizationsTest {
  @Test
  void theBlockFormHasGroupAndKindOrGlobs() {
    var read =
        ResourceCustomizations.of(
            Map.of(
                "resource.customizations",
                """
                extensions/Ingress:
                  health.lua: |
                    return {status = "Healthy"}
                  health.lua.useOpenLibs: true
                "*.example.com/*":
                  ignoreDifferences: |
                    jsonPointers:
                    - /spec/replicas
                """));

    assertThat(read.problems()).isEmpty();
    assertThat(read.exactly("extensions", "Ingress"))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.healthLua()).isEqualTo("return {status = \"Healthy\"}\n");
              assertThat(entry.useOpenLibs()).isTrue();
            });
    assertThat(read.ignoredDifferences("a.example.com", "Thing").jsonPointers())
        .containsExactlyInAnyOrder("/spec/replicas", "/status");
  }

  @Test
  void theSplitFormHasAKeyForEachThing() {
    var read =
        ResourceCustomizations.of(
            Map.of(
                "resource.customizations.health.cert-manager.io_Certificate", "return nil",
                "resource.customizations.useOpenLibs.cert-manager.io_Certificate", "true",
                "resource.customizations.ignoreDifferences.all",
                    "managedFieldsManagers: [kube-controller-manager]",
                "resource.customizations.ignoreDifferences.apps_Deployment",
                    "jqPathExpressions: ['.spec.paused']",
                "resource.customizations.knownTypeFields.apps_StatefulSet",
                    "[{field: spec.x, type: core/v1/PodSpec}]"));

    assertThat(read.problems()).isEmpty();
    assertThat(read.exactly("cert-manager.io", "Certificate"))
        .hasValueSatisfying(entry -> assertThat(entry.useOpenLibs()).isTrue());
    assertThat(read.ignoredDifferences("apps", "Deployment"))
        .isEqualTo(
            new IgnoredFields(
                List.of("/status"), List.of(".spec.paused"), List.of("kube-controller-manager")));
    assertThat(read.exactly("apps", "StatefulSet").orElseThrow().knownTypeFields())
        .containsExactly(new KnownTypeField("spec.x", "core/v1/PodSpec"));
  }

  @Test
  void aKeyThatIsWrongHarmsItselfAlone() {
    var read =
        ResourceCustomizations.of(
            Map.of(
                "resource.customizations", "[no, mapping]",
                "resource.customizations.useOpenLibs.Pod", "perhaps",
                "resource.customizations.colour.Pod", "blue",
                "resource.customizations.health.a_b_c", "return nil",
                "resource.customizations.ignoreDifferences.Secret", "jsonPointers: {",
                "resource.customizations.health.Pod", "return nil"));

    assertThat(read.exactly("", "Pod").orElseThrow().healthLua()).isEqualTo("return nil");
    assertThat(read.problems())
        .hasSize(5)
        .contains(
            "resource.customizations must be a mapping",
            "resource.customizations.useOpenLibs.Pod must be true or false",
            "resource.customizations.colour.Pod is no known kind of customization",
            "resource.customizations.health.a_b_c must end in group_Kind or in a Kind");
  }

  @Test
  void theStatusIsIgnoredWhereTheCompareOptionsSaySo() {
    assertThat(ignoredOfPods("{}")).containsExactly("/status");
    assertThat(ignoredOfPods("ignoreResourceStatusField: crd")).isEmpty();
    assertThat(ignoredOfPods("ignoreResourceStatusField: off")).isEmpty();
    assertThat(ignoredOfPods("ignoreResourceStatusField: none")).isEmpty();
  }

  private static List<String> ignoredOfPods(String options) {
    return ResourceCustomizations.of(Map.of("resource.compareoptions", options))
        .ignoredDifferences("", "Pod")
        .jsonPointers();
  }

  @Test
  void anExactKeyIsBeforeAGlobAndGlobsAreInOrder() {
    var read =
        ResourceCustomizations.of(
            Map.of(
                "resource.customizations",
                """
                "*/Ingress": {health.lua: any}
                "{extensions,networking.k8s.io}/*": {health.lua: both}
                "extensions/Ingress": {health.lua: exact}
                "p?d": {health.lua: one}
                """));

    assertThat(script(read, "extensions", "Ingress")).isEqualTo("exact");
    assertThat(script(read, "networking.k8s.io", "Ingress")).isEqualTo("any");
    assertThat(script(read, "networking.k8s.io", "IngressClass")).isEqualTo("both");
    assertThat(script(read, "", "pod")).isEqualTo("one");
  }

  private static String script(ResourceCustomizations read, String group, String kind) {
    return read.first(group, kind, entry -> !entry.healthLua().isEmpty()).orElseThrow().healthLua();
  }
}
