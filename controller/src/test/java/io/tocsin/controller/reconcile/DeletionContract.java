package io.tocsin.controller.reconcile;

import static io.tocsin.controller.sync.Manifests.configMap;
import static io.tocsin.controller.sync.Manifests.hook;
import static io.tocsin.controller.sync.Manifests.job;
import static io.tocsin.controller.sync.Manifests.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An Application goes, and what it deployed with it. */
abstract class DeletionContract extends InScene {
  private static final String FOREGROUND = "resources-finalizer.argocd.argoproj.io";
  private static final String BACKGROUND = FOREGROUND + "/background";
  private static final String SLOW = "example.com/slow";

  /** What the server marks objects with that go in the foreground. */
  String inTheForeground() {
    return "foregroundDeletion";
  }

  private void deployed(String finalizer) {
    scene.application("shop", "syncPolicy: {automated: {}}");
    scene.patch("shop", "{\"metadata\":{\"finalizers\":[\"%s\"]}}".formatted(finalizer));
    scene.start();
    scene.await("shop", "Synced", "Healthy");
  }

  private void awaitGone() {
    scene.eventually(() -> assertThat(scene.exists("shop")).isFalse());
  }

  private boolean isGoing(String name) {
    return scene
        .configMap(name)
        .flatMap(object -> object.text("metadata", "deletionTimestamp"))
        .isPresent();
  }

  /** What a finalizer waits for has happened. */
  private void letGo(String name, String finalizer) {
    scene.cluster.removeFinalizer(ResourceKind.CONFIG_MAP, new ObjectKey("team", name), finalizer);
  }

  private static String slow(String manifest) {
    return manifest.replace("annotations", "finalizers: [" + SLOW + "], annotations");
  }

  @Test
  void inTheForegroundItStaysUntilEverythingIsGone() throws Exception {
    scene.push(Map.of("app/one.yaml", slow(configMap("one", ""))));
    deployed(FOREGROUND);
    scene.delete("shop");

    scene.eventually(() -> assertThat(isGoing("one")).isTrue());
    assertThat(scene.configMap("one").orElseThrow().list("metadata", "finalizers"))
        .asString()
        .contains(inTheForeground());
    assertThat(scene.exists("shop")).isTrue();
    letGo("one", SLOW);
    letGo("one", "foregroundDeletion");
    awaitGone();
  }

  @Test
  void theLastWaveGoesFirst() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml", configMap("one", ""),
            "app/two.yaml", slow(configMap("two", wave(2)))));
    deployed(BACKGROUND);
    scene.delete("shop");

    scene.eventually(() -> assertThat(isGoing("two")).isTrue());
    assertThat(isGoing("one")).isFalse();
    letGo("two", SLOW);
    awaitGone();
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void hooksRunBeforeAndAfter() throws Exception {
    String gone = ", argocd.argoproj.io/hook-delete-policy: HookSucceeded";
    scene.push(
        Map.of(
            "app/one.yaml", configMap("one", ""),
            "app/first.yaml", job("first", hook("PreDelete") + gone),
            "app/last.yaml", job("last", hook("PostDelete") + gone)));
    deployed(BACKGROUND);
    assertThat(scene.job("first")).isEmpty();
    scene.await("shop", app -> app.finalizers().size() == 5);
    scene.delete("shop");

    scene.awaitJob("first", "");
    assertThat(scene.configMap("one")).isPresent();
    scene.finish("first", true);
    scene.awaitJob("last", "");
    assertThat(scene.configMap("one")).isEmpty();
    assertThat(scene.exists("shop")).isTrue();
    scene.finish("last", true);
    awaitGone();
    assertThat(scene.job("first")).isEmpty();
    assertThat(scene.job("last")).isEmpty();
  }

  @Test
  void aHookThatTheProjectForbidsIsNotCreated() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml", configMap("one", ""),
            "app/first.yaml", job("first", hook("PreDelete"))));
    scene.restrict(
        "default",
        "{\"spec\":{\"namespaceResourceBlacklist\":[{\"group\":\"batch\",\"kind\":\"Job\"}]}}");
    deployed(BACKGROUND);
    scene.await("shop", app -> app.finalizers().size() == 3);
    scene.delete("shop");

    assertThat(Scene.condition(scene.awaitCondition("shop", "DeletionError"), "DeletionError"))
        .contains("resource batch:Job is not permitted in project default");
    assertThat(scene.job("first")).isEmpty();
    assertThat(scene.configMap("one")).isPresent();
  }

  @Test
  void aFailedHookKeepsEverythingAndRunsAgain() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml", configMap("one", ""),
            "app/first.yaml", job("first", hook("PreDelete"))));
    deployed(BACKGROUND);
    scene.await("shop", app -> app.finalizers().size() == 3);
    scene.delete("shop");
    String before = scene.awaitJob("first", "");
    scene.finish("first", false);

    assertThat(Scene.condition(scene.awaitCondition("shop", "DeletionError"), "DeletionError"))
        .hasValueSatisfying(message -> assertThat(message).contains("first"));
    assertThat(scene.configMap("one")).isPresent();
    scene.awaitJob("first", before);
    scene.finish("first", true);
    awaitGone();
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void ifItsClusterIsGoneItGoesAlone() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", "")));
    deployed(BACKGROUND);
    scene.patch("shop", "{\"spec\":{\"destination\":{\"server\":null,\"name\":\"mars\"}}}");
    scene.awaitCondition("shop", "InvalidSpecError");
    scene.delete("shop");

    awaitGone();
    assertThat(scene.configMap("one")).isPresent();
  }

  @Test
  void ifItsProjectIsGoneItSaysSoAndStaysUntilTheProjectIsBack() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", "")));
    scene.project("blue", "");
    scene.application("shop", "syncPolicy: {automated: {}}");
    scene.patch(
        "shop",
        "{\"metadata\":{\"finalizers\":[\"%s\"]},\"spec\":{\"project\":\"blue\"}}"
            .formatted(BACKGROUND));
    scene.start();
    scene.await("shop", "Synced", "Healthy");
    scene.deleteProject("blue");
    scene.delete("shop");

    assertThat(Scene.condition(scene.awaitCondition("shop", "DeletionError"), "DeletionError"))
        .contains("Application referencing project blue which does not exist");
    assertThat(scene.configMap("one")).isPresent();
    scene.project("blue", "");
    awaitGone();
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void whatTheProjectForbidsByNowIsNoReasonToStay() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", "")));
    deployed(BACKGROUND);
    scene.restrict("default", "{\"spec\":{\"sourceRepos\":[\"https://example.com/*\"]}}");
    scene.awaitCondition("shop", "InvalidSpecError");
    scene.delete("shop");

    awaitGone();
    assertThat(scene.configMap("one")).isEmpty();
  }

  @Test
  void objectsThatTheProjectForbidsByNowAreLeftAlone() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", "")));
    deployed(BACKGROUND);
    scene.restrict(
        "default",
        "{\"spec\":{\"namespaceResourceBlacklist\":[{\"group\":\"\",\"kind\":\"ConfigMap\"}]}}");
    scene.await("shop", app -> !app.status().sync().status().equals("Synced"));
    scene.delete("shop");

    awaitGone();
    assertThat(scene.configMap("one").map(KubeObject::name)).contains("one");
  }

  @Test
  void aDeletionInTheMiddleOfASyncEndsIt() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml",
            configMap("one", wave(-1)),
            "app/pre.yaml",
            job("pre", wave(0)),
            "app/two.yaml",
            configMap("two", wave(1))));
    scene.application("shop", "syncPolicy: {automated: {selfHeal: true}}");
    scene.patch("shop", "{\"metadata\":{\"finalizers\":[\"%s\"]}}".formatted(BACKGROUND));
    scene.start();
    scene.awaitMessage("shop", "waiting for healthy state of batch/Job/pre");
    scene.delete("shop");

    awaitGone();
    assertThat(scene.configMap("one")).isEmpty();
    assertThat(scene.configMap("two")).isEmpty();
  }
}
