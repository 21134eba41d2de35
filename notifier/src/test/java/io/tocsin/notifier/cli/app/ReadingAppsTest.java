package io.tocsin.notifier.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.cli.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadingAppsTest {
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
  void aListHasArgocdsColumnsAndNoPassword() {
    Run run = shop.run("list");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            NAME         CLUSTER                         NAMESPACE  PROJECT  STATUS  HEALTH   SYNCPOLICY  CONDITIONS  REPO                                   PATH    TARGET
            argocd/shop  https://kubernetes.default.svc  shop       default  Synced  Healthy  Manual      <none>      https://git.example.com/acme/shop.git  deploy  main
            """);
  }

  @Test
  void aListIsFiltered() {
    assertThat(shop.run("list", "-o", "name", "-l", "team=web").out()).isEqualTo("argocd/shop\n");
    assertThat(shop.run("list", "-o", "name", "-l", "team!=web").out()).isEmpty();
    assertThat(shop.run("list", "-o", "name", "-p", "other").out()).isEmpty();
    assertThat(shop.run("list", "-o", "name", "-P", "deploy").out()).isEqualTo("argocd/shop\n");
    assertThat(
            shop.run("list", "-o", "name", "-r", "https://me:pw@git.example.com/acme/shop").out())
        .isEqualTo("argocd/shop\n");
  }

  @Test
  void anApplicationIsShownWithItsResources() {
    Run run = shop.run("get", "shop", "--show-operation");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll(" +\n", "\n"))
        .isEqualTo(
            """
            Name:           argocd/shop
            Project:        default
            Server:         https://kubernetes.default.svc
            Namespace:      shop
            Repo:           https://git.example.com/acme/shop.git
            Target:         main
            Path:           deploy
            Sync Policy:    Manual
            Sync Status:    Synced to main (2222222)
            Health Status:  Healthy

            Operation:      Sync
            Phase:          Succeeded
            Start:          2026-06-01T11:59:00Z
            Finished:       2026-06-01T11:59:02Z
            Message:        successfully synced (all tasks run)

            GROUP  KIND        NAMESPACE  NAME   STATUS  HEALTH   HOOK   MESSAGE
            apps   Deployment  shop       web    Synced  Healthy         deployment.apps/web configured
                   Service     shop       web    Synced
            """);
  }

  @Test
  void whatIsNotThereIsSaidWithWhatToDoNext() {
    Run run = shop.run("get", "shopp");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "tocsin: there is no Application argocd/shopp;"
                + " `tocsin app list -n argocd` shows those there are\n");
  }

  @Test
  void theHistoryIsShown() {
    assertThat(shop.run("history", "shop").out())
        .isEqualTo(
            """
            ID     DATE                  REVISION
            0      2026-05-31T08:00:00Z  main (1111111)
            1      2026-06-01T11:59:02Z  main (2222222)
            """);
    assertThat(shop.run("history", "shop", "-o", "name").out()).isEqualTo("0\n1\n");
  }
}
