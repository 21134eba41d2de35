package io.tocsin.notifier.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A controller or an API server killed in the middle of a sync: it is one sync, and hooks run once.
 */
class KilledSyncTest extends FailureTest {
  private static final String CONFIG_MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: one, annotations: {argocd.argoproj.io/sync-wave: '1'}}
      data: {value: '%s'}
      """;

  @TempDir private Path folder;
  private Gateway gateway;
  private Deployed shop;

  @BeforeEach
  void deploy() throws Exception {
    gateway = new Gateway(api());
    Path origin = folder.resolve("origins/shop");
    Files.createDirectories(origin);
    shop = new Deployed(api().client(), plane, origin);
  }

  @AfterEach
  void close() {
    shop.close();
    gateway.close();
  }

  private static String job(String annotations) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: migrate, annotations: {%s}}
    spec:
      template:
        spec: {restartPolicy: Never, containers: [{name: main, image: busybox}]}
    """
        .formatted(annotations);
  }

  private Controller start() {
    return beginSyncing(
            gateway.kubeconfig(api().server().token()),
            "--local-repositories",
            folder.resolve("origins").toString(),
            "--repo-cache",
            folder.resolve("clones").toString(),
            "--webhook-port",
            "-1")
        .awaitReady();
  }

  private Controller begun(String job) throws Exception {
    shop.push(Map.of("one.yaml", CONFIG_MAP.formatted("first"), "job.yaml", job));
    shop.createApplication();
    Controller controller = start();
    await().atMost(LIMIT).until(() -> "OutOfSync".equals(shop.status("sync", "status")));
    return controller;
  }

  /** What has come of it is one operation, with what it began with. */
  private void isOneSync(Object startedAt) {
    shop.awaitPhase("Succeeded");
    assertThat(shop.status("operationState", "startedAt")).isEqualTo(startedAt);
    assertThat(shop.value("one")).contains("first");
    assertThat(shop.status("history")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
  }

  @Test
  void killedBetweenWavesItGoesOnWithWhatItBeganWith() throws Exception {
    Controller killed = begun(job(""));
    shop.sync();
    shop.awaitMessage("waiting for healthy state of batch/Job/migrate");
    Object startedAt = shop.status("operationState", "startedAt");
    String uid = shop.awaitJob("migrate");
    killed.kill();

    shop.push(Map.of("one.yaml", CONFIG_MAP.formatted("second")));
    shop.finish("migrate");
    assertThat(shop.value("one")).isEmpty();
    start();
    isOneSync(startedAt);
    assertThat(shop.awaitJob("migrate")).isEqualTo(uid);
    Report.say("sync stopped between waves", "went on");
  }

  @Test
  void killedWhileAHookRunsItWaitsForThatHook() throws Exception {
    Controller killed = begun(job("argocd.argoproj.io/hook: PreSync"));
    shop.sync();
    shop.awaitMessage("waiting for completion of hook batch/Job/migrate");
    Object startedAt = shop.status("operationState", "startedAt");
    String uid = shop.awaitJob("migrate");
    killed.kill();

    start();
    shop.finish("migrate");
    isOneSync(startedAt);
    assertThat(shop.awaitJob("migrate")).isEqualTo(uid);
    Report.say("sync stopped in a hook", "the hook ran once");
  }

  @Test
  void killedBeforeItHasWrittenThatAHookWasCreatedItFindsTheHook() throws Exception {
    Controller killed = begun(job("argocd.argoproj.io/hook: PreSync"));
    Gateway.Held held = gateway.hold(Gateway.Stage.BEFORE, "completion of hook");
    shop.sync();
    held.awaitArrival();
    String uid = shop.awaitJob("migrate");
    Object startedAt = shop.status("operationState", "startedAt");
    assertThat(shop.status("operationState", "syncResult")).isNull();
    killed.kill();
    held.drop();
    gateway.pass();

    start();
    shop.awaitMessage("waiting for completion of hook batch/Job/migrate");
    assertThat(shop.awaitJob("migrate")).isEqualTo(uid);
    shop.finish("migrate");
    isOneSync(startedAt);
    Report.say("sync stopped before a hook was written down", "the hook ran once");
  }

  @Test
  void killedAfterTheHooksAreGoneItKnowsHowTheyEnded() throws Exception {
    Controller killed =
        begun(
            job(
                "argocd.argoproj.io/hook: PostSync,"
                    + " argocd.argoproj.io/hook-delete-policy: HookSucceeded"));
    Gateway.Held held = gateway.hold(Gateway.Stage.BEFORE, "successfully synced");
    shop.sync();
    shop.awaitMessage("waiting for completion of hook batch/Job/migrate");
    Object startedAt = shop.status("operationState", "startedAt");
    shop.finish("migrate");
    held.awaitArrival();
    assertThat(shop.job("migrate")).isEmpty();
    killed.kill();
    held.drop();
    gateway.pass();

    start();
    isOneSync(startedAt);
    assertThat(shop.status("operationState", "message"))
        .isEqualTo("successfully synced (no more tasks)");
    assertThat(shop.job("migrate")).isEmpty();
    Report.say("sync stopped after its hooks went", "knew how they ended");
  }

  @Test
  void anApiServerThatIsAwayInTheMiddleEndsNothing() throws Exception {
    Controller controller = begun(job("argocd.argoproj.io/hook: PreSync"));
    shop.sync();
    shop.awaitMessage("waiting for completion of hook batch/Job/migrate");
    Object startedAt = shop.status("operationState", "startedAt");
    String uid = shop.awaitJob("migrate");

    api().server().kill();
    await().atMost(LIMIT).until(() -> controller.log().contains("could not be written"));
    api().server().restart();

    shop.finish("migrate");
    isOneSync(startedAt);
    assertThat(shop.awaitJob("migrate")).isEqualTo(uid);
    Report.say("API server away during a sync", "went on");
  }
}
