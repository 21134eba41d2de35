package io.tocsin.controller.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.AppProject;
import io.tocsin.controller.application.Application;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PermissionsTest {
  private static final Cluster HERE = new Cluster("https://10.0.0.1", "here", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"*\"                                     | https://git.example.com/a/b | true",
        "https://git.example.com/*               | https://git.example.com/a/b | false",
        "https://git.example.com/**              | https://git.example.com/a/b | true",
        "HTTPS://git.example.com/a/b.git         | https://git.example.com/A/b | true",
        "git@git.example.com:a/b                 | ssh://git@git.example.com/a/b.git | true",
        "\"*\", \"!https://git.example.com/a/*\"     | https://git.example.com/a/b | false",
        "\"*\", \"!https://git.example.com/a/*\"     | https://git.example.com/c/b | true",
        "https://other.example.com/**            | https://git.example.com/a/b | false"
      })
  void repositoriesArePermittedByGlobs(String repos, String url, boolean permitted) {
    AppProject project = project("sourceRepos: [" + repos + "]");

    assertThat(
            new ProjectRules(project).permitsSource(application(url).spec().sources().getFirst()))
        .isEqualTo(permitted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{server: '*', namespace: '*'}                                    | prod | true",
        "{server: https://10.0.0.1, namespace: 'team-*'}                  | prod | false",
        "{name: here, namespace: prod}                                    | prod | true",
        "{name: there, namespace: prod}                                   | prod | false",
        "{server: '*', namespace: '*'}, {server: '*', namespace: '!prod'} | prod | false",
        "{server: '*', namespace: '*'}, {server: '*', namespace: '!prod'} | dev  | true",
        "{server: '*', namespace: '*'}, {server: '!https://10.*', namespace: prod} | prod | false",
        "{server: '*', namespace: '*'}, {name: '!here', namespace: '*'}   | prod | false"
      })
  void destinationsArePermittedByGlobs(String destinations, String namespace, boolean permitted) {
    AppProject project = project("destinations: [" + destinations + "]");

    assertThat(new ProjectRules(project).permitsDestination(HERE, namespace)).isEqualTo(permitted);
  }

  @Test
  void onlyTheProjectsOwnClustersWhereItSaysSo() {
    ProjectRules rules =
        new ProjectRules(
            project(
                "destinations: [{server: '*', namespace: '*'}], permitOnlyProjectScopedClusters:"
                    + " true"));

    assertThat(rules.permitsDestination(HERE, "a")).isFalse();
    assertThat(rules.permitsDestination(new Cluster("https://x", "x", "team"), "a")).isTrue();
  }

  @Test
  void kindsOfTheClusterMustBeListedThoseOfNamespacesNeedNot() {
    ProjectRules rules = new ProjectRules(project("description: none"));

    assertThat(rules.permitsKind("", "Namespace", "a", false)).isFalse();
    assertThat(rules.permitsKind("apps", "Deployment", "a", true)).isTrue();
  }

  @Test
  void listsOfKindsPermitAndDeny() {
    ProjectRules rules =
        new ProjectRules(
            project(
                "clusterResourceWhitelist: [{group: '', kind: Namespace, name: 'team-*'}, {group:"
                    + " '*.example.com', kind: '*'}], clusterResourceBlacklist: [{group:"
                    + " a.example.com, kind: Bad}], namespaceResourceWhitelist: [{group: apps,"
                    + " kind: '*'}], namespaceResourceBlacklist: [{group: apps, kind:"
                    + " DaemonSet}]"));

    assertThat(rules.permitsKind("", "Namespace", "team-a", false)).isTrue();
    assertThat(rules.permitsKind("", "Namespace", "prod", false)).isFalse();
    assertThat(rules.permitsKind("a.example.com", "Good", "x", false)).isTrue();
    assertThat(rules.permitsKind("a.example.com", "Bad", "x", false)).isFalse();
    assertThat(rules.permitsKind("apps", "Deployment", "x", true)).isTrue();
    assertThat(rules.permitsKind("apps", "DaemonSet", "x", true)).isFalse();
    assertThat(rules.permitsKind("", "ConfigMap", "x", true)).isFalse();
  }

  @Test
  void applicationsMayLiveWhereTheProjectSaysSo() {
    ProjectRules rules = new ProjectRules(project("sourceNamespaces: ['team-*', '/^x[0-9]$/']"));

    assertThat(rules.permitsApplicationsIn("argocd", "argocd")).isTrue();
    assertThat(rules.permitsApplicationsIn("team-a", "argocd")).isTrue();
    assertThat(rules.permitsApplicationsIn("x1", "argocd")).isTrue();
    assertThat(rules.permitsApplicationsIn("x12", "argocd")).isFalse();
  }

  @Test
  void saysWhatIsRefused() {
    Permissions permissions = new Permissions(project("sourceRepos: [a]"), HERE);

    assertThat(permissions.refusals(application("https://git.example.com/a").spec()))
        .containsExactly(
            "application repo https://git.example.com/a is not permitted in project 'team'",
            "application destination server 'https://10.0.0.1' and namespace 'prod' do not match"
                + " any of the allowed destinations in project 'team'");
    assertThat(
            permissions.refusal(
                object("{metadata: {name: x}}"),
                new ResourceKind("", "v1", "Namespace", "namespaces", false)))
        .contains("resource :Namespace is not permitted in project team");
  }

  @Test
  void signedCommitsAreRefusedAsNobodyVerifiesThem() {
    Permissions permissions = new Permissions(project("signatureKeys: [{keyID: ABC}]"), HERE);

    assertThat(permissions.refusals(application("a").spec()))
        .containsExactly(
            "project 'team' requires signed commits (signatureKeys), which are not verified here");
  }

  @Test
  void orphansAreWhatNobodyOwnsAndNothingLeavesOut() {
    Orphans orphans =
        Orphans.of(
            project("orphanedResources: {warn: true, ignore: [{kind: Secret, name: 'sh.*'}]}"));

    assertThat(orphans.warn()).isTrue();
    assertThat(orphans.counts(new ResourceKey("", "Secret", "a", "sh.helm"))).isFalse();
    assertThat(orphans.counts(new ResourceKey("", "Secret", "a", "other"))).isTrue();
    assertThat(orphans.counts(new ResourceKey("", "ServiceAccount", "a", "default"))).isFalse();
    assertThat(Orphans.of(project("description: x")).watched()).isFalse();
  }

  private static AppProject project(String spec) {
    return AppProject.of(object("{metadata: {name: team}, spec: {" + spec + "}}"));
  }

  private static Application application(String url) {
    return Application.of(
        object(
            "{metadata: {name: a}, spec: {source: {repoURL: '"
                + url
                + "', path: .}, destination: {server: x, namespace: prod}}}"));
  }

  @SuppressWarnings("unchecked")
  private static KubeObject object(String yaml) {
    return new KubeObject(
        (Map<String, Object>)
            KubeObjects.numbers(
                new YAMLMapper().readValue(yaml, new TypeReference<Map<String, Object>>() {})));
  }
}
