package io.tocsin.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.git.GitHttpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong is one clear condition, and others go on. */
abstract class BadInputContract extends InScene {
  @AfterEach
  void othersGoOn() throws Exception {
    scene.push(Map.of("well/fine.yaml", Scene.configMapOf("fine", "1")));
    scene.application("fine", "syncPolicy: {automated: {}}");
    scene.patch("fine", "{\"spec\":{\"source\":{\"path\":\"well\"}}}");
    scene.await("fine", "Synced", "Healthy");
  }

  private String condition(String name, String type) {
    Application application = scene.awaitCondition(name, type);
    assertThat(application.status().conditions()).hasSize(1);
    assertThat(application.status().conditions().getFirst().lastTransitionTime()).isPresent();
    return Scene.condition(application, type).orElseThrow();
  }

  @Test
  void aRepositoryThatIsGone() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.patch(
        "shop", "{\"spec\":{\"source\":{\"repoURL\":\"" + scene.origin.url() + "-gone\"}}}");

    assertThat(condition("shop", "ComparisonError")).contains("-gone");
    Application found = scene.get("shop");
    assertThat(found.status().sync().status()).isEqualTo("Unknown");
    assertThat(found.status().health().status()).isNotEmpty();
  }

  @Test
  void aRepositoryThatIsGoneForAMomentChangesNothing() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    try (GitHttpServer server = new GitHttpServer(scene.origin.git().getRepository(), null)) {
      scene.application("shop", "syncPolicy: {automated: {}}");
      scene.patch("shop", "{\"spec\":{\"source\":{\"repoURL\":\"" + server.url() + "\"}}}");
      scene.start();
      scene.await("shop", "Synced", "Healthy");
    }
    scene.refresh("shop");

    Application found = scene.await("shop", app -> !isAsked(app));
    assertThat(found.status().conditions()).isEmpty();
    assertThat(found.status().sync().status()).isEqualTo("Synced");
  }

  @Test
  void aRepositoryThatIsGoneForLongerIsSaid() throws Exception {
    scene.patient(Duration.ZERO, Optional.empty());
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    String url;
    try (GitHttpServer server = new GitHttpServer(scene.origin.git().getRepository(), null)) {
      url = server.url();
      scene.application("shop", "syncPolicy: {automated: {}}");
      scene.patch("shop", "{\"spec\":{\"source\":{\"repoURL\":\"" + url + "\"}}}");
      scene.start();
      scene.await("shop", "Synced", "Healthy");
    }
    scene.refresh("shop");

    assertThat(condition("shop", "ComparisonError")).contains(url);
    assertThat(scene.get("shop").status().sync().status()).isEqualTo("Unknown");
    assertThat(scene.get("shop").status().health().status()).isEqualTo("Healthy");
  }

  @Test
  void aRepositoryThatIsBackIsReadAgain() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "syncPolicy: {automated: {}}").start();
    scene.await("shop", "Synced", "Healthy");
    Path folder = scene.origin.folder();
    Files.move(folder, folder.resolveSibling("away"));
    scene.refresh("shop");
    scene.awaitCondition("shop", "ComparisonError");
    scene.await("shop", application -> !isAsked(application));

    Files.move(folder.resolveSibling("away"), folder);
    scene.refresh("shop");
    scene.await("shop", "Synced", "Healthy");
    assertThat(scene.get("shop").status().conditions()).isEmpty();
  }

  private static boolean isAsked(Application application) {
    return application.object().annotations().containsKey("argocd.argoproj.io/refresh");
  }

  @Test
  void aLinkThatLeavesTheRepository() throws Exception {
    scene.push(
        Map.of("app/one.yaml", Scene.configMapOf("one", "1"), "app/p.yaml", "->/etc/passwd"));
    scene.application("shop", "").start();

    assertThat(condition("shop", "ComparisonError")).contains("app/p.yaml").doesNotContain("root:");
  }

  @Test
  void aKindThatNobodyServes() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml",
            Scene.configMapOf("one", "1"),
            "app/toy.yaml",
            "{apiVersion: nobody.example.com/v1, kind: Toy, metadata: {name: bear}}"));
    scene.application("shop", "syncPolicy: {automated: {}, retry: {limit: 0}}").start();

    assertThat(condition("shop", "SyncError"))
        .contains("The Kubernetes API could not find nobody.example.com/Toy");
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void aSpecificationThatCannotBeRead() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");
    scene.patch("shop", "{\"spec\":{\"source\":null}}");

    assertThat(condition("shop", "InvalidSpecError")).contains("source");
  }

  @Test
  void aFolderThatIsNotThere() throws Exception {
    scene.push(Map.of("other/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();

    assertThat(condition("shop", "ComparisonError")).contains("app");
  }

  @Test
  void aRevisionThatIsNotThere() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "").start();
    scene.patch("shop", "{\"spec\":{\"source\":{\"targetRevision\":\"v9\"}}}");

    scene.eventually(
        () ->
            assertThat(Scene.condition(scene.get("shop"), "ComparisonError"))
                .hasValueSatisfying(message -> assertThat(message).contains("v9")));
  }

  @Test
  void aManifestThatIsNoYaml() throws Exception {
    scene.push(Map.of("app/one.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [\n"));
    scene.application("shop", "").start();

    assertThat(condition("shop", "ComparisonError")).contains("app/one.yaml");
  }

  @Test
  void aChartThatDoesNotRender() throws Exception {
    scene.push(
        Map.of(
            "app/Chart.yaml", "{apiVersion: v2, name: web, version: 1.0.0}",
            "app/templates/one.yaml", "{{ required \"an image is needed\" .Values.image }}"));
    scene.application("shop", "").start();

    assertThat(condition("shop", "ComparisonError")).contains("an image is needed");
  }

  @Test
  void aManifestThatTheServerRefuses() throws Exception {
    scene.push(
        Map.of("app/one.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: Bad_Name}}"));
    scene.application("shop", "syncPolicy: {automated: {}, retry: {limit: 0}}").start();

    assertThat(condition("shop", "SyncError")).contains("Bad_Name");
  }

  @Test
  void aProjectThatIsNotThere() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "");
    scene.patch("shop", "{\"spec\":{\"project\":\"nowhere\"}}");
    scene.start();

    assertThat(condition("shop", "InvalidSpecError"))
        .isEqualTo("Application referencing project nowhere which does not exist");
    Application found = scene.get("shop");
    assertThat(found.status().sync().status()).isEqualTo("Unknown");
    assertThat(found.status().health().status()).isEqualTo("Unknown");

    scene.project("nowhere", "");
    scene.await("shop", "OutOfSync", "Missing");
  }

  @Test
  void aRepositoryThatTheProjectDoesNotPermit() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.project("narrow", "");
    scene.restrict("narrow", "{\"spec\":{\"sourceRepos\":[\"https://example.com/*\"]}}");
    scene.application("shop", "");
    scene.patch("shop", "{\"spec\":{\"project\":\"narrow\"}}");
    scene.start();

    assertThat(condition("shop", "InvalidSpecError"))
        .isEqualTo(
            "application repo %s is not permitted in project 'narrow'"
                .formatted(scene.origin.url()));
  }

  @Test
  void aKindThatTheProjectDoesNotPermitIsNotSynced() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.project("narrow", "");
    scene.restrict(
        "narrow",
        "{\"spec\":{\"namespaceResourceBlacklist\":[{\"group\":\"\",\"kind\":\"ConfigMap\"}]}}");
    scene.application("shop", "");
    scene.patch("shop", "{\"spec\":{\"project\":\"narrow\"}}");
    scene.start();
    scene.sync("shop", "{}");

    assertThat(scene.awaitPhase("shop", "Failed").status().operationState().orElseThrow().message())
        .contains("resource :ConfigMap is not permitted in project narrow");
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void aDestinationThatIsNotKnown() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.application("shop", "");
    scene.patch("shop", "{\"spec\":{\"destination\":{\"server\":null,\"name\":\"mars\"}}}");
    scene.start();

    assertThat(condition("shop", "InvalidSpecError"))
        .isEqualTo("there are no clusters with this name: mars");
  }

  @Test
  void objectsThatNobodyOwnsAreWarnedOfWhereTheProjectSaysSo() throws Exception {
    scene.push(Map.of("app/one.yaml", Scene.configMapOf("one", "1")));
    scene.project("default", "orphanedResources: {warn: true}");
    scene.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: stray, namespace: team}}");
    scene.application("shop", "").start();

    assertThat(condition("shop", "OrphanedResourceWarning"))
        .isEqualTo("Application has 1 orphaned resources");
  }
}
