package io.tocsin.notifier.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.Yaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
  private static List<KubeObject> chart(String values) {
    return Deploy.chart(Yaml.mapping(values));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "namespaced | {}",
        "cluster    | {applications: {namespaces: ['*']}, selfService: {enabled: true}}",
        "ha         | {ha: {enabled: true}}",
        "with-core  | {core: {enabled: true}}",
        "monitored  | {core: {enabled: true}, monitoring: {enabled: true}}",
        "all        | {core: {enabled: true}, monitoring: {enabled: true}, ha: {enabled: true}, "
            + "applications: {namespaces: ['*']}, selfService: {enabled: true}}"
      },
      quoteCharacter = '"')
  void rendersWhatTheOverlayDoes(String overlay, String values) {
    assertThat(Deploy.byKey(chart(values))).isEqualTo(Deploy.byKey(Deploy.overlay(overlay)));
  }

  @Test
  void withoutRepositoriesNoSecretIsListedButItsOwn() {
    List<KubeObject> kustomized =
        Deploy.kustomization("overlays/namespaced", "../../components/without-repositories");

    assertThat(Deploy.byKey(chart("{repositories: {enabled: false}}")))
        .isEqualTo(Deploy.byKey(kustomized));
    assertThat(Permission.in(Deploy.overlay("namespaced"))).anyMatch(ChartTest::listsAllSecrets);
    assertThat(Permission.in(kustomized)).noneMatch(ChartTest::listsAllSecrets);
  }

  private static boolean listsAllSecrets(Permission permission) {
    return permission.resource().equals("secrets")
        && permission.verb().equals("list")
        && permission.name().isEmpty();
  }

  @Test
  void furtherNamespacesWithoutConfigurationsOfTheirOwnGiveNoRightToSecretsOfOthers() {
    assertThat(chart("{applications: {namespaces: [team-a, team-b]}}"))
        .filteredOn(object -> object.kind().equals("ClusterRole"))
        .flatMap(object -> Permission.in(List.of(object)))
        .extracting(Permission::resource)
        .containsOnly("applications", "events");
  }

  @Test
  void valuesAreTaken() {
    Map<String, Object> objects =
        Deploy.byKey(
            chart(
                """
                image: {repository: registry.example.com/tocsin, tag: v1, pullPolicy: Always}
                imagePullSecrets: [{name: registry}]
                applications: {namespaces: [team-a, team-b]}
                selfService: {enabled: true, allowedNetworks: [10.0.0.0/8], deniedNetworks: ['::1']}
                configuration: {create: true}
                notifications:
                  log: {level: debug, format: text}
                  extraArgs: [--processors-count=4]
                  extraEnv: [{name: HTTPS_PROXY, value: 'http://proxy:3128'}]
                  nodeSelector: {disk: ssd}
                  tolerations: [{operator: Exists}]
                core: {enabled: true, repositoriesClaim: clones}
                """));

    assertThat(objects)
        .containsKeys(
            Deploy.byKey(Deploy.kustomization("configuration")).keySet().toArray(String[]::new));
    assertThat(Yaml.compact(objects.get("apps/Deployment/argocd/tocsin-notifications-controller")))
        .contains(
            "registry.example.com/tocsin:v1",
            "\"imagePullPolicy\":\"Always\"",
            "\"imagePullSecrets\":[{\"name\":\"registry\"}]",
            "[\"controller\",\"--loglevel=debug\",\"--logformat=text\",\"--processors-count=4\"]",
            "\"team-a,team-b\"",
            "\"10.0.0.0/8\"",
            "\"::1\"",
            "http://proxy:3128",
            "\"disk\":\"ssd\"",
            "\"operator\":\"Exists\"");
    assertThat(Yaml.compact(objects.get("apps/Deployment/argocd/tocsin-sync-controller")))
        .contains("\"claimName\":\"clones\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{replicas: 2} | replicas",
        "{ha: {enabled: 'yes'}} | enabled",
        "{ha: {replicas: 1}} | replicas",
        "{notifications: {log: {level: loud}}} | level",
        "{applications: {namespaces: team}} | namespaces"
      })
  void theSchemaRefusesMistakes(String values, String named) {
    assertThatThrownBy(() -> chart(values))
        .isInstanceOf(HelmException.class)
        .hasMessageContaining(named);
  }
}
