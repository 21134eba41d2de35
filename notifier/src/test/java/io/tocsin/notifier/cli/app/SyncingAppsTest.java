package io.tocsin.notifier.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.cli.Run;
import io.tocsin.notifier.config.Yaml;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SyncingAppsTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void start() {
    shop = new Shop(folder);
    shop.synced();
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  @Test
  void aSyncIsAskedForAndWaitedFor() {
    ControllerDouble controller = new ControllerDouble(shop);
    controller.ends("Succeeded", "successfully synced (all tasks run)");

    Run run = shop.run("sync", "shop", "--prune", "--resource", "apps:Deployment:shop/web");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Name:           argocd/shop\n")
        .contains("Finished:       2026-06-02T09:00:04Z\n");
    assertThat(controller.asked().get("sync"))
        .isEqualTo(
            Yaml.parse(
                """
                prune: true
                syncStrategy: {hook: {}}
                resources: [{group: apps, kind: Deployment, namespace: shop, name: web}]
                syncOptions: [CreateNamespace=true]
                """));
  }

  @Test
  void aSyncThatFailsIsAFailure() {
    new ControllerDouble(shop).ends("Failed", "one or more objects failed to apply");

    Run run = shop.run("sync", "shop", "-o", "name");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("argocd/shop\n");
    assertThat(run.err())
        .isEqualTo(
            "tocsin: the operation of Application argocd/shop ended as Failed: one or more objects"
                + " failed to apply; `tocsin app get argocd/shop --show-operation` shows what each"
                + " resource said\n");
  }

  @Test
  void aSecondOperationWaitsForTheFirst() {
    assertThat(shop.run("sync", "shop", "--async").code()).isZero();

    Run run = shop.run("sync", "shop");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("`tocsin app wait argocd/shop --operation` waits for its end");
  }

  @Test
  void aRollbackSyncsToWhatWasBefore() {
    ControllerDouble controller = new ControllerDouble(shop);
    controller.ends("Succeeded", "");

    Run run = shop.run("rollback", "shop");

    assertThat(run.err()).isEmpty();
    assertThat(controller.asked().get("sync"))
        .isEqualTo(
            Yaml.parse(
                """
                revision: '1111111111111111111111111111111111111111'
                source: {repoURL: 'https://git.example.com/acme/shop.git', path: deploy, targetRevision: main}
                syncStrategy: {apply: {}}
                syncOptions: [CreateNamespace=true]
                """));
  }

  @Test
  void aRollbackToWhatNeverWasIsRefused() {
    Run run = shop.run("rollback", "shop", "7");

    assertThat(run.err())
        .isEqualTo(
            "tocsin: Application argocd/shop has no deployment 7;"
                + " `tocsin app history argocd/shop` shows those there are\n");
  }

  @Test
  void anAutomatedApplicationIsNotRolledBack() {
    shop.run("set", "shop", "--sync-policy", "automated");

    assertThat(shop.run("rollback", "shop", "0").err())
        .contains("`tocsin app set argocd/shop --sync-policy none` first");
  }

  @Test
  void waitingForWhatIsSoEndsAtOnce() {
    Run run = shop.run("wait", "shop", "--timeout", "20");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void waitingForWhatDoesNotComeFails() {
    Run run = shop.run("wait", "shop", "--degraded", "--timeout", "1");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "tocsin: Degraded of Application argocd/shop did not come within 1 s;"
                + " `tocsin app get argocd/shop --show-operation` shows what it waits for\n");
  }

  @Test
  void waitingForADeletionEndsWhenItIsGone() {
    shop.board().delete("argocd", "shop");

    assertThat(shop.run("wait", "shop", "--delete").code()).isZero();
  }

  @Test
  void aTerminalSeesEachChangeOnce() {
    StringWriter text = new StringWriter();
    Progress terminal = new Progress(new PrintWriter(text), true);
    terminal.accept(shop.shop());
    terminal.accept(shop.shop());

    assertThat(text)
        .hasToString("argocd/shop  operation Succeeded, Synced to main (2222222), Healthy\n");
  }

  @Test
  void aPipeSeesNothing() {
    StringWriter text = new StringWriter();
    new Progress(new PrintWriter(text), false).accept(shop.shop());

    assertThat(text.toString()).isEmpty();
  }
}
