package io.tocsin.controller.sync;

import static io.tocsin.controller.sync.Manifests.configMap;
import static io.tocsin.controller.sync.Manifests.deployment;
import static io.tocsin.controller.sync.Manifests.hook;
import static io.tocsin.controller.sync.Manifests.job;
import static io.tocsin.controller.sync.Manifests.options;
import static io.tocsin.controller.sync.Manifests.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.Phase;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.sync.delete.DeletionStep;
import org.junit.jupiter.api.Test;

/** What a sync, or a deletion, takes out of a cluster, whichever. */
abstract class RemovalContract extends InCluster {
  @Test
  void onlyWhatIsAskedForIsPruned() {
    world
        .sync(
            configMap("one", "") + configMap("two", "") + configMap("kept", options("Prune=false")),
            "{}")
        .run();

    is(
        world.sync(configMap("one", ""), "{" + BACKGROUND + "}").run(),
        Phase.SUCCEEDED,
        "successfully synced (all tasks run)");
    assertThat(world.results())
        .contains("Sync two PruneSkipped Succeeded: ignored (requires pruning)");
    world.sync(configMap("one", ""), "{prune: true, " + BACKGROUND + "}");
    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.results())
        .contains(
            "Sync two Pruned Succeeded: pruned",
            "Sync kept PruneSkipped Succeeded: ignored (no prune)");
    assertThat(world.configMap("two")).isEmpty();
    assertThat(world.configMap("kept")).isPresent();
  }

  @Test
  void prunesGoBackwardsThroughTheWaves() {
    world.sync(configMap("low", wave(1)) + configMap("high", wave(2)), "{}").run();
    world.sync(configMap("one", ""), "{prune: true, " + BACKGROUND + "}");

    world.step();
    world.step();
    assertThat(world.configMap("high")).isEmpty();
    assertThat(world.configMap("low")).isPresent();
    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.configMap("low")).isEmpty();
  }

  @Test
  void pruneLastComesAfterEverythingElse() {
    world.sync(configMap("old", wave(-5)), "{}").run();
    world.sync(
        deployment("ui", ""),
        "{prune: true, syncOptions: [PruneLast=true, PrunePropagationPolicy=background]}");

    is(world.run(), Phase.RUNNING, "waiting for healthy state of apps/Deployment/ui");
    assertThat(world.configMap("old")).isPresent();
    world.ready("ui");
    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.configMap("old")).isEmpty();
  }

  @Test
  void aPruneMayHaveToBeConfirmed() {
    world.sync(configMap("old", options("Prune=confirm")), "{}").run();
    world.sync(configMap("one", ""), "{prune: true, " + BACKGROUND + "}");

    is(world.run(), Phase.RUNNING, "waiting for pruning confirmation of /ConfigMap/old");
    assertThat(world.configMap("old")).isPresent();
    is(world.confirmed().run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
    assertThat(world.configMap("old")).isEmpty();
  }

  @Test
  void aForegroundPruneIsWaitedFor() {
    world
        .sync(
            configMap("old", "")
                + configMap("one", wave(1))
                    .replace("annotations", "finalizers: [example.com/slow], annotations"),
            "{}")
        .run();
    world.sync(
        configMap("old", "") + configMap("two", wave(2)), "{prune: true, " + BACKGROUND + "}");

    is(world.run(), Phase.RUNNING, "waiting for deletion of /ConfigMap/one");
    assertThat(world.configMap("two")).isEmpty();
    world.cluster.removeFinalizer(
        world.cluster.kind("v1", "ConfigMap").orElseThrow(),
        new ObjectKey(world.namespace, "one"),
        "example.com/slow");
    is(world.run(), Phase.SUCCEEDED, "successfully synced (all tasks run)");
  }

  @Test
  void aDeletedApplicationTakesItsObjectsWithItWaveByWave() {
    String marked = configMap("low", "") + configMap("high", wave(2));
    world.sync(marked + job("before", hook("PreDelete")), "{}").run();
    assertThat(world.job("before")).isEmpty();

    assertThat(world.deletion()).isInstanceOf(DeletionStep.Create.class);
    assertThat(world.deletion())
        .isEqualTo(new DeletionStep.Await("Waiting for 1 PreDelete hooks to complete"));
    assertThat(world.configMap("high")).isPresent();
    world.finish("before", true);
    assertThat(world.deletion()).isInstanceOf(DeletionStep.Release.class);
    assertThat(world.deletion()).isInstanceOf(DeletionStep.Delete.class);
    assertThat(world.configMap("high")).isEmpty();
    assertThat(world.configMap("low")).isPresent();
    assertThat(world.deletion()).isInstanceOf(DeletionStep.Delete.class);
    assertThat(world.configMap("low")).isEmpty();
    assertThat(world.deletion()).isInstanceOf(DeletionStep.Release.class);
    assertThat(world.deletion()).isInstanceOf(DeletionStep.Release.class);
    assertThat(world.deletion()).isEqualTo(new DeletionStep.Done());
  }
}
