package io.tocsin.controller.reconcile;

import static io.tocsin.controller.sync.Manifests.configMap;
import static io.tocsin.controller.sync.Manifests.deployment;
import static io.tocsin.controller.sync.Manifests.options;
import static io.tocsin.controller.sync.Manifests.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The options of a sync, of an Application and of single objects, through the controller. */
abstract class SyncOptionsContract extends InScene {
  private static final ResourceKind NAMESPACE =
      new ResourceKind("", "v1", "Namespace", "namespaces", false);

  private static String policy(String... options) {
    return "syncPolicy: {syncOptions: [" + String.join(", ", options) + "]}";
  }

  private void deploy(String policy) {
    scene.application("shop", policy).start();
    scene.await("shop", "OutOfSync", "Missing");
    syncedBy("{}");
  }

  private void syncedBy(String operation) {
    scene.sync("shop", operation);
    scene.awaitPhase("shop", "Succeeded");
  }

  private void removed(String file) throws Exception {
    scene.origin.git().rm().addFilepattern(file).call();
    scene.push(Map.of());
  }

  private Object value(String name) {
    return scene.configMap(name).orElseThrow().at("data", "key");
  }

  @Test
  void aProtectedObjectIsNotPruned() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml", configMap("one", options("Prune=false")),
            "app/two.yaml", configMap("two", ""),
            "app/three.yaml", configMap("three", "")));
    deploy(policy("PrunePropagationPolicy=background"));
    scene.origin.git().rm().addFilepattern("app/one.yaml").call();
    removed("app/two.yaml");
    syncedBy("{\"prune\":true}");

    assertThat(scene.results("shop"))
        .contains("Sync one PruneSkipped: ignored (no prune)", "Sync two Pruned: pruned");
    assertThat(scene.configMap("one")).isPresent();
    scene.eventually(() -> assertThat(scene.configMap("two")).isEmpty());
  }

  @Test
  void pruningLastWaitsForAllWaves() throws Exception {
    scene.push(Map.of("app/old.yaml", configMap("old", ""), "app/one.yaml", configMap("one", "")));
    deploy(policy("PruneLast=true", "PrunePropagationPolicy=background"));
    scene.origin.git().rm().addFilepattern("app/old.yaml").call();
    scene.push(Map.of("app/ui.yaml", deployment("ui", wave(1))));
    scene.sync("shop", "{\"prune\":true}");

    scene.awaitMessage("shop", "waiting for healthy state of apps/Deployment/ui");
    assertThat(scene.configMap("old")).isPresent();
    scene.ready("ui");
    scene.awaitPhase("shop", "Succeeded");
    scene.eventually(() -> assertThat(scene.configMap("old")).isEmpty());
  }

  @Test
  void aReplacedObjectKeepsNothingOfOthers() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", "")));
    deploy(policy("Replace=true"));
    scene.apply(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: team}, data: {other: x}}");
    syncedBy("{\"syncOptions\":[\"Replace=true\"]}");

    assertThat(scene.configMap("one").orElseThrow().at("data")).isEqualTo(Map.of("key", "value"));
  }

  @Test
  void aServerSideApplyLeavesWhatOthersSaid() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", "")));
    deploy(policy("ServerSideApply=true"));
    scene
        .client
        .configMaps()
        .inNamespace("team")
        .withName("one")
        .edit(live -> new ConfigMapBuilder(live).addToData("other", "x").build());
    scene.push(Map.of("app/one.yaml", configMap("one", "").replace("key: value", "key: next")));
    syncedBy("{}");

    assertThat(scene.configMap("one").orElseThrow().at("data"))
        .isEqualTo(Map.of("key", "next", "other", "x"));
    assertThat(scene.configMap("one").orElseThrow().annotations())
        .doesNotContainKey("kubectl.kubernetes.io/last-applied-configuration");
    scene.await("shop", "Synced", "Healthy");
  }

  @Test
  void theNamespaceIsCreatedWithItsLabels() throws Exception {
    String name = "fresh" + System.nanoTime();
    scene.push(Map.of("app/one.yaml", configMap("one", "")));
    scene.application(
        "shop",
        "syncPolicy: {syncOptions: [CreateNamespace=true],"
            + " managedNamespaceMetadata: {labels: {team: blue}}}");
    scene.patch("shop", "{\"spec\":{\"destination\":{\"namespace\":\"" + name + "\"}}}");
    scene.start();
    scene.await("shop", "OutOfSync", "Missing");
    syncedBy("{}");

    assertThat(scene.cluster.get(NAMESPACE, new ObjectKey("", name)).orElseThrow().labels())
        .containsEntry("team", "blue");
    assertThat(scene.cluster.get(ResourceKind.CONFIG_MAP, new ObjectKey(name, "one"))).isPresent();
    scene.await("shop", "Synced", "Healthy");
  }

  @Test
  void withoutThatANamespaceThatIsMissingFailsTheSync() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", "")));
    scene.application("shop", "");
    scene.patch("shop", "{\"spec\":{\"destination\":{\"namespace\":\"missing\"}}}");
    scene.start();
    scene.await("shop", "OutOfSync", "Missing");
    scene.sync("shop", "{}");

    assertThat(scene.awaitPhase("shop", "Failed").status().operationState().orElseThrow().message())
        .contains("namespaces \"missing\" not found");
  }

  @Test
  void onlyWhatDiffersIsApplied() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", ""), "app/two.yaml", configMap("two", "")));
    deploy(policy("ApplyOutOfSyncOnly=true"));
    scene.push(Map.of("app/two.yaml", configMap("two", "").replace("key: value", "key: next")));
    syncedBy("{\"syncOptions\":[\"ApplyOutOfSyncOnly=true\"]}");

    assertThat(scene.results("shop")).containsExactly("Sync two Synced: configmap/two configured");
    assertThat(value("two")).isEqualTo("next");
  }

  @Test
  void aSelectiveSyncTouchesNothingElseAndIsNoHistory() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", ""), "app/two.yaml", configMap("two", "")));
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");
    syncedBy("{\"resources\":[{\"kind\":\"ConfigMap\",\"name\":\"two\"}]}");

    assertThat(scene.configMap("one")).isEmpty();
    assertThat(scene.configMap("two")).isPresent();
    assertThat(scene.get("shop").status().history()).isEmpty();
    assertThat(scene.resources("shop"))
        .containsExactly("ConfigMap one OutOfSync", "ConfigMap two Synced");
  }

  @Test
  void aDryRunSaysWhatItWouldDo() throws Exception {
    scene.push(Map.of("app/one.yaml", configMap("one", ""), "app/two.yaml", configMap("two", "")));
    deploy("");
    removed("app/two.yaml");
    scene.push(Map.of("app/one.yaml", configMap("one", "").replace("key: value", "key: next")));
    syncedBy("{\"dryRun\":true,\"prune\":true}");

    assertThat(scene.results("shop"))
        .containsExactlyInAnyOrder(
            "Sync two Pruned: pruned (dry run)",
            "Sync one Synced: configmap/one configured (dry run)");
    assertThat(value("one")).isEqualTo("value");
    assertThat(scene.configMap("two")).isPresent();
    assertThat(scene.get("shop").status().history()).hasSize(1);
  }

  @Test
  void aKindThatComesWithItsDefinitionIsNotTriedBefore() throws Exception {
    String group = "g" + System.nanoTime() + ".example.com";
    scene.push(
        Map.of(
            "app/toy.yaml",
                "{apiVersion: %s/v1, kind: Toy, metadata: {name: bear, annotations: {%s}}}"
                    .formatted(group, options("SkipDryRunOnMissingResource=true") + ", " + wave(1)),
            "app/definition.yaml",
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: toys.%s}
                spec:
                  group: %s
                  scope: Namespaced
                  names: {kind: Toy, plural: toys, singular: toy, listKind: ToyList}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema: {openAPIV3Schema: {type: object}}
                """
                    .formatted(group, group)));
    deploy("");

    assertThat(scene.find(group + "/v1", "Toy", "bear")).isPresent();
    scene.await("shop", "Synced", "Healthy");
  }

  @Test
  void anObjectThatIsNotDeletedOutlivesItsApplication() throws Exception {
    scene.push(
        Map.of(
            "app/one.yaml", configMap("one", options("Delete=false")),
            "app/two.yaml", configMap("two", "")));
    scene.application("shop", "syncPolicy: {automated: {}}");
    scene.patch(
        "shop",
        "{\"metadata\":{\"finalizers\":[\"resources-finalizer.argocd.argoproj.io/background\"]}}");
    scene.start();
    scene.await("shop", "Synced", "Healthy");
    scene.delete("shop");

    scene.eventually(() -> assertThat(scene.exists("shop")).isFalse());
    assertThat(scene.configMap("one")).isPresent();
    assertThat(scene.configMap("two")).isEmpty();
  }

  @Test
  void aWaveWaitsForTheHealthOfTheOneBefore() throws Exception {
    scene.push(
        Map.of(
            "app/ui.yaml", deployment("ui", wave(-1)),
            "app/one.yaml", configMap("one", ""),
            "app/two.yaml", configMap("two", wave(2))));
    scene.application("shop", "").start();
    scene.await("shop", "OutOfSync", "Missing");
    scene.sync("shop", "{}");

    scene.awaitMessage("shop", "waiting for healthy state of apps/Deployment/ui");
    assertThat(scene.configMap("one")).isEmpty();
    scene.ready("ui");
    scene.awaitPhase("shop", "Succeeded");
    assertThat(scene.results("shop"))
        .containsExactly(
            "Sync ui Synced: deployment.apps/ui created",
            "Sync one Synced: configmap/one created",
            "Sync two Synced: configmap/two created");
  }
}
