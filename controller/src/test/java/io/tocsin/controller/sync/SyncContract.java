package io.tocsin.controller.sync;

import static io.tocsin.controller.sync.Manifests.configMap;
import static io.tocsin.controller.sync.Manifests.deployment;
import static io.tocsin.controller.sync.Manifests.hook;
import static io.tocsin.controller.sync.Manifests.job;
import static io.tocsin.controller.sync.Manifests.options;
import static io.tocsin.controller.sync.Manifests.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a sync does to a cluster, whichever. */
abstract class SyncContract extends RemovalContract {
  @Test
  void withoutWavesAndHooksASyncIsDoneOnceEverythingIsApplied() {
    world.sync(deployment("ui", "") + configMap("one", ""), "{}");

    is(world.step(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.results())
        .containsExactly(
            "Sync one Synced Running: configmap/one created",
            "Sync ui Synced Running: deployment.apps/ui created");
    assertThat(world.configMap("one").orElseThrow().annotations())
        .containsKey("kubectl.kubernetes.io/last-applied-configuration");
  }

  @Test
  void aSecondTimeNothingIsWritten() {
    String manifests = deployment("ui", "") + configMap("one", "");
    world.sync(manifests, "{}").run();
    String version = world.configMap("one").orElseThrow().resourceVersion();
    world.sync(manifests, "{}");

    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.results())
        .containsExactly(
            "Sync one Synced Running: configmap/one unchanged",
            "Sync ui Synced Running: deployment.apps/ui unchanged");
    assertThat(world.configMap("one").orElseThrow().resourceVersion()).isEqualTo(version);
  }

  @Test
  void aWaveWaitsForTheHealthOfTheOneBefore() {
    world.sync(deployment("ui", wave(-1)) + configMap("one", "") + configMap("two", wave(3)), "{}");

    SyncStep first = world.run();
    is(first, Phase.RUNNING, "waiting for healthy state of apps/Deployment/ui");
    assertThat(world.configMap("one")).isEmpty();
    world.ready("ui");
    SyncStep second = world.step();
    is(second, Phase.RUNNING, "waiting for healthy state of /ConfigMap/one");
    assertThat(second.notBefore()).contains(Instant.parse("2026-06-01T12:00:17Z"));
    assertThat(world.configMap("two")).isEmpty();
    is(world.step(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
  }

  @Test
  void anUnhealthyWaveEndsTheSync() {
    world.sync(job("first", "") + configMap("one", wave(1)), "{}").run();
    world.finish("first", false);

    is(world.run(), Phase.FAILED, "one or more synchronization tasks completed unsuccessfully");
    assertThat(world.configMap("one")).isEmpty();
  }

  @Test
  void whatIsGoneIsNotWaitedForForEver() {
    world.sync(deployment("ui", "") + configMap("one", wave(1)), "{}").run();
    client.apps().deployments().inNamespace(world.namespace).withName("ui").delete();

    is(
        world.run(),
        Phase.FAILED,
        "one or more synchronization tasks completed unsuccessfully, reason: Resource"
            + " apps/Deployment/ui is missing, it might have been deleted");
  }

  @Test
  void hooksRunBeforeAndAfterAndGoAsTheirPolicySays() {
    String before =
        job("before", hook("PreSync") + ", argocd.argoproj.io/hook-delete-policy: HookSucceeded");
    world.sync(
        configMap("one", "") + before + job("after", hook("PostSync")), "{" + BACKGROUND + "}");

    is(world.run(), Phase.RUNNING, "waiting for completion of hook batch/Job/before");
    assertThat(world.configMap("one")).isEmpty();
    assertThat(world.job("before").orElseThrow().list("metadata", "finalizers").toString())
        .contains("argocd.argoproj.io/hook-finalizer");
    world.finish("before", true);
    is(world.run(), Phase.RUNNING, "waiting for completion of hook batch/Job/after");
    assertThat(world.configMap("one")).isPresent();
    world.finish("after", true);
    is(world.run(), Phase.SUCCEEDED, "successfully synced (no more tasks)");
    assertThat(world.results())
        .containsExactly(
            "PreSync before Synced Succeeded: Job done",
            "Sync one Synced Succeeded: configmap/one created",
            "PostSync after Synced Succeeded: Job done");
    assertThat(world.job("after").orElseThrow().list("metadata", "finalizers"))
        .asString()
        .doesNotContain("hook-finalizer");
    assertThat(world.job("before")).isEmpty();
  }

  @Test
  void aHookIsCreatedAnewAtEachSync() {
    String manifests = configMap("one", "") + job("before", hook("PreSync"));
    world.sync(manifests, "{" + BACKGROUND + "}").run();
    world.finish("before", true);
    world.run();
    String uid = world.job("before").orElseThrow().uid();

    world.sync(manifests, "{" + BACKGROUND + "}");
    is(world.step(), Phase.RUNNING, "waiting for deletion of hook batch/Job/before");
    is(world.step(), Phase.RUNNING, "waiting for completion of hook batch/Job/before");
    assertThat(world.job("before").orElseThrow().uid()).isNotEqualTo(uid);
  }

  @Test
  void generatedNamesAreMadeOfRevisionPhaseAndTime() {
    world.sync(job("migrate-", hook("PreSync")), "{}").run();

    assertThat(world.job("migrate-0123456-presync-1780315200")).isPresent();
    world.finish("migrate-0123456-presync-1780315200", true);
    is(world.run(), Phase.SUCCEEDED, "successfully synced (no more tasks)");
  }

  @Test
  void aFailedHookEndsTheSyncAfterTheHooksForThat() {
    String policy = ", argocd.argoproj.io/hook-delete-policy: HookFailed";
    world.sync(
        configMap("one", "")
            + job("before", hook("PreSync") + policy)
            + job("alarm", hook("SyncFail")),
        "{" + BACKGROUND + "}");
    world.run();
    world.finish("before", false);

    is(world.run(), Phase.RUNNING, "waiting for completion of hook batch/Job/alarm");
    assertThat(world.configMap("one")).isEmpty();
    assertThat(world.job("before")).isEmpty();
    world.finish("alarm", true);
    is(world.run(), Phase.FAILED, "one or more synchronization tasks completed unsuccessfully");
  }

  @Test
  void whatIsNotSaidAnyMoreGoesAndWhatOthersSaidStays() {
    world
        .sync(configMap("one", "").replace("{key: value}", "{key: value, old: value}"), "{}")
        .run();
    client
        .configMaps()
        .inNamespace(world.namespace)
        .withName("one")
        .edit(
            map -> {
              map.getData().put("theirs", "kept");
              return map;
            });
    world.sync(configMap("one", ""), "{}").run();

    assertThat(world.configMap("one").orElseThrow().at("data"))
        .isEqualTo(Map.of("key", "value", "theirs", "kept"));
  }

  @Test
  void containersAndTheirPortsAreMergedByTheirKeys() {
    world.sync(deployment("ui", ""), "{}").run();
    world
        .sync(
            deployment("ui", "")
                .replace("ui:1", "ui:2")
                .replace("{containerPort: 80}", "{containerPort: 80, name: http}"),
            "{}")
        .run();

    KubeObject live = world.find("apps/v1", "Deployment", "ui").orElseThrow();
    Map<?, ?> container =
        (Map<?, ?>) live.list("spec", "template", "spec", "containers").getFirst();
    assertThat(container.get("image")).isEqualTo("ui:2");
    assertThat(container.get("ports").toString()).contains("http");
    assertThat(world.results())
        .containsExactly("Sync ui Synced Running: deployment.apps/ui configured");
  }

  @Test
  void aReplacementLeavesNothingOfTheOldObject() {
    world.sync(configMap("one", "").replace("value}", "value, old: value}"), "{}").run();
    world.sync(configMap("one", options("Replace=true")), "{}");

    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.configMap("one").orElseThrow().at("data")).isEqualTo(Map.of("key", "value"));
    assertThat(world.results()).containsExactly("Sync one Synced Running: configmap/one replaced");
  }

  @Test
  void aForcedReplacementIsAnotherObject() {
    world.sync(configMap("one", ""), "{}").run();
    String uid = world.configMap("one").orElseThrow().uid();
    world.sync(configMap("one", options("Replace=true,Force=true")), "{}").run();

    assertThat(world.configMap("one").orElseThrow().uid()).isNotEqualTo(uid);
  }

  @Test
  void aServerSideApplyLeavesToOthersWhatIsTheirs() {
    String server = "{syncOptions: [ServerSideApply=true]}";
    world.sync(configMap("one", "").replace("value}", "value, old: value}"), server).run();
    assertThat(world.results())
        .containsExactly("Sync one Synced Running: configmap/one serverside-applied");
    client
        .configMaps()
        .inNamespace(world.namespace)
        .withName("one")
        .edit(
            map -> {
              map.getData().put("theirs", "kept");
              return map;
            });
    world.sync(configMap("one", ""), server).run();

    assertThat(world.configMap("one").orElseThrow().at("data"))
        .isEqualTo(Map.of("key", "value", "theirs", "kept"));
  }

  @Test
  void theNamespaceIsCreatedFirstAndWithItsMetadata() {
    World other = new World(client, world.namespace + "-new");
    world = other;
    other.sync(
        configMap("one", ""),
        "{syncOptions: [CreateNamespace=true]}",
        "{managedNamespaceMetadata: {labels: {team: a}, annotations: {note: b}}}");

    is(other.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    KubeObject namespace = other.find("v1", "Namespace", other.namespace).orElseThrow();
    assertThat(namespace.labels()).containsEntry("team", "a");
    assertThat(namespace.annotations()).containsEntry("note", "b");
    assertThat(other.configMap("one")).isPresent();
    assertThat(other.results().getFirst())
        .isEqualTo(
            "PreSync %s Synced Succeeded: namespace/%s serverside-applied"
                .formatted(other.namespace, other.namespace));
  }

  @Test
  void aNamespaceThatIsThereIsLeftAlone() {
    world.sync(configMap("one", ""), "{syncOptions: [CreateNamespace=true]}");

    is(world.step(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.results()).hasSize(1);
  }

  @Test
  void aSelectiveSyncTouchesNothingElseAndRunsNoHooks() {
    world.sync(
        configMap("one", "") + configMap("two", "") + job("before", hook("PreSync")),
        "{resources: [{kind: ConfigMap, name: two}]}");

    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.results()).containsExactly("Sync two Synced Running: configmap/two created");
    assertThat(world.configMap("one")).isEmpty();
    assertThat(world.job("before")).isEmpty();
  }

  @Test
  void aDryRunSaysWhatItWouldDo() {
    world.sync(configMap("old", ""), "{}").run();
    world.sync(
        configMap("one", "") + job("before", hook("PreSync")), "{dryRun: true, prune: true}");

    is(world.run(), Phase.SUCCEEDED, "successfully synced (no more tasks)");
    assertThat(world.results())
        .containsExactlyInAnyOrder(
            "PreSync before Synced Succeeded: job.batch/before created (dry run)",
            "Sync old Pruned Succeeded: pruned (dry run)",
            "Sync one Synced Succeeded: configmap/one created (dry run)");
    assertThat(world.configMap("one")).isEmpty();
    assertThat(world.configMap("old")).isPresent();
  }

  @Test
  void oneBadManifestKeepsAllFromBeingApplied() {
    SyncStep step = world.sync(configMap("one", "") + configMap("Not_a_Name", ""), "{}").run();

    assertThat(step.progress().phase()).isEqualTo(Phase.FAILED);
    assertThat(step.progress().message())
        .startsWith("one or more objects failed to apply (dry run), reason: ")
        .contains("Not_a_Name");
    assertThat(world.configMap("one")).isEmpty();
  }

  @Test
  void aKindThatNobodyServesIsSaid() {
    is(
        world
            .sync(
                configMap("one", "")
                    + "{apiVersion: example.com/v1, kind: Toy, metadata: {name: x}}",
                "{}")
            .run(),
        Phase.FAILED,
        "one or more synchronization tasks are not valid: The Kubernetes API could not find"
            + " example.com/Toy for requested resource "
            + world.namespace
            + "/x. Make sure the \"Toy\" CRD is installed on"
            + " the destination cluster.");
  }

  @Test
  void whatTheProjectForbidsIsSaid() {
    is(
        world.sync(configMap("one", "") + configMap("forbidden", ""), "{}").run(),
        Phase.FAILED,
        "one or more synchronization tasks are not valid: resource forbidden is not permitted in"
            + " project team");
    assertThat(world.configMap("one")).isEmpty();
  }

  @Test
  void aDefinitionAndItsObjectsMayComeTogether() {
    String group = world.namespace + ".example.com";
    world.sync(
        """
        apiVersion: %1$s/v1
        kind: Widget
        metadata: {name: first}
        spec: {size: 3}
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.%1$s}
        spec:
          group: %1$s
          names: {kind: Widget, plural: widgets, singular: widget, listKind: WidgetList}
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties: {spec: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """
            .formatted(group),
        "{}");

    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.find(group + "/v1", "Widget", "first")).isPresent();
  }

  @Test
  void onlyWhatDiffersIsAppliedWhereThatIsAskedFor() {
    String manifests = configMap("one", "") + configMap("two", "");
    world.sync(manifests, "{}").run();
    world.inSync("ConfigMap", "one").sync(manifests, "{syncOptions: [ApplyOutOfSyncOnly=true]}");

    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.results()).containsExactly("Sync two Synced Running: configmap/two unchanged");
  }

  @Test
  void aTerminatedSyncDeletesItsRunningHooks() {
    world.sync(configMap("one", "") + job("before", hook("PreSync")), "{" + BACKGROUND + "}").run();

    is(world.terminate(), Phase.FAILED, "Operation terminated");
    assertThat(world.results()).containsExactly("PreSync before Synced Failed: Terminated");
    assertThat(world.job("before")).isEmpty();
    assertThat(world.configMap("one")).isEmpty();
  }

  @Test
  void whatIsSkippedIsNeverApplied() {
    world.sync(configMap("one", "") + configMap("never", hook("Skip")), "{}").run();

    assertThat(world.results()).hasSize(1);
    assertThat(world.configMap("never")).isEmpty();
  }

  @Test
  void whatWasDoneButNotWrittenDownIsDoneAgain() {
    world.sync(deployment("ui", wave(-1)) + configMap("one", ""), "{}").step();
    world.crashed();

    is(world.step(), Phase.RUNNING, "waiting for healthy state of apps/Deployment/ui");
    assertThat(world.results())
        .containsExactly("Sync ui Synced Running: deployment.apps/ui unchanged");
    world.ready("ui");
    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
  }

  @Test
  void aHookThatWasCreatedButNotWrittenDownDoesNotRunTwice() {
    world.sync(configMap("one", "") + job("before", hook("PreSync")), "{}").step();
    String uid = world.job("before").orElseThrow().uid();
    world.crashed();

    is(world.run(), Phase.RUNNING, "waiting for completion of hook batch/Job/before");
    assertThat(world.job("before").orElseThrow().uid()).isEqualTo(uid);
    world.finish("before", true);
    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
  }

  @Test
  void howAHookEndedIsWrittenDownBeforeItGoes() {
    String gone = ", argocd.argoproj.io/hook-delete-policy: HookSucceeded";
    world.sync(job("after", hook("PostSync") + gone), "{" + BACKGROUND + "}").run();
    world.finish("after", true);
    world.step();
    assertThat(world.job("after")).isPresent();
    SyncProgress before = world.progress();
    is(world.step(), Phase.SUCCEEDED, "successfully synced (no more tasks)");
    assertThat(world.job("after")).isEmpty();
    world.forgets(before);

    is(world.run(), Phase.SUCCEEDED, "successfully synced (no more tasks)");
  }

  @Test
  void aHookThatHasChangedIsTriedOutAsANewOne() {
    world.sync(job("before", hook("PreSync")), "{" + BACKGROUND + "}").run();
    world.finish("before", true);
    world.run();
    String changed = job("before", hook("PreSync")).replace("busybox", "busybox:2");

    is(
        world.sync(changed, "{" + BACKGROUND + "}").run(),
        Phase.RUNNING,
        "waiting for completion of hook batch/Job/before");
    assertThat(world.job("before").orElseThrow().at("spec").toString()).contains("busybox:2");
  }

  @Test
  void anApplyCanBeTriedOut() {
    KubeObject target =
        Targets.in(Yamls.object(configMap("one", "").replace("---", "")), world.namespace);

    assertThat(world.cluster.tryOut(target).uid()).isNotEmpty();
    assertThat(world.configMap("one")).isEmpty();
  }

  @Test
  void kindsAreFoundInAnyVersionAndThoseThatCanBeWatchedAreListed() {
    assertThat(world.cluster.discovery().anyVersion("apps", "Deployment").orElseThrow().resource())
        .isEqualTo("deployments.apps");
    assertThat(world.cluster.discovery().anyVersion("", "Namespace").orElseThrow().namespaced())
        .isFalse();
    assertThat(world.cluster.discovery().anyVersion("nobody.example.com", "Toy")).isEmpty();
    assertThat(world.cluster.discovery().watchable())
        .extracting(ResourceKind::resource)
        .contains("configmaps", "deployments.apps", "namespaces")
        .doesNotContain("bindings");
  }
}
