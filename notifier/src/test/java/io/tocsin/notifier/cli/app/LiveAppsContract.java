package io.tocsin.notifier.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.cli.GitOps;
import io.tocsin.notifier.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with {@code tocsin app} while a sync controller works. */
abstract class LiveAppsContract {
  @TempDir Path folder;
  private GitOps world;

  abstract String kubeconfig();

  @BeforeEach
  void open() throws Exception {
    world = new GitOps(kubeconfig(), folder);
    world.push(Map.of("shop/one.yaml", config("one", "1")));
    world.start();
  }

  @AfterEach
  void close() {
    world.clear();
    world.close();
  }

  private static String config(String name, String value) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {value: '%s'}}\n"
        .formatted(name, value);
  }

  private static String secret(String value) {
    return "{apiVersion: v1, kind: Secret, metadata: {name: key}, stringData: {token: %s}}\n"
        .formatted(value);
  }

  private Run works(String... arguments) {
    Run run = world.app(arguments);
    assertThat(run.err()).as(String.join(" ", arguments)).isEmpty();
    assertThat(run.code()).isZero();
    return run;
  }

  private Run diff(String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "diff";
    arguments[1] = "shop";
    arguments[2] = "--local-repositories";
    arguments[3] = folder.resolve("origins").toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return world.app(arguments);
  }

  private void create() {
    works(
        "create",
        "shop",
        "--repo",
        world.repository(),
        "--path",
        "shop",
        "--revision",
        "main",
        "--dest-namespace",
        "team",
        "--dest-server",
        "https://kubernetes.default.svc",
        "--label",
        "team=web");
  }

  private String value(String name) {
    return String.valueOf(world.configMap(name).orElseThrow().at("data", "value"));
  }

  @Test
  void anApplicationIsCreatedSyncedAndWaitedFor() {
    create();

    assertThat(works("sync", "shop", "--timeout", "30").out())
        .contains("Phase:          Succeeded")
        .contains("configmap/one created");
    works("wait", "shop", "--timeout", "30");

    assertThat(value("one")).isEqualTo("1");
    assertThat(works("get", "shop").out()).contains("Sync Status:    Synced to main");
    assertThat(works("list").out()).containsPattern("argocd/shop .* Synced +Healthy +Manual");
  }

  @Test
  void aDifferenceIsShownBeforeItIsSynced() throws Exception {
    create();
    works("sync", "shop", "--timeout", "30");
    assertThat(diff().out()).isEmpty();
    assertThat(diff().code()).isZero();

    world.push(Map.of("shop/one.yaml", config("one", "2"), "shop/two.yaml", config("two", "1")));
    Run run = diff();

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("===== /ConfigMap team/one ======\n")
        .contains("-  value: \"1\"\n+  value: \"2\"\n")
        .contains("===== /ConfigMap team/two ======\n");
    assertThat(diff("--exit-code=false").code()).isZero();
    assertThat(diff("--diff-exit-code", "20").code()).isEqualTo(20);
    assertThat(value("one")).isEqualTo("1");
  }

  @Test
  void theDocumentationShowsWhatIsPrinted() throws Exception {
    create();
    works("sync", "shop", "--timeout", "30");
    world.push(Map.of("shop/one.yaml", config("one", "2")));

    assertThat(Files.readString(Path.of("../docs/command-line.md")))
        .contains(diff().out().strip().indent(4));
  }

  @Test
  void aDifferenceToAnotherRevisionIsShown() throws Exception {
    create();
    works("sync", "shop", "--timeout", "30");
    String commit = world.push(Map.of("shop/one.yaml", config("one", "3")));
    world.push(Map.of("shop/one.yaml", config("one", "1")));

    assertThat(diff().code()).isZero();
    assertThat(diff("--revision", commit).out()).contains("+  value: \"3\"\n");
    assertThat(diff("--refresh").code()).isZero();
  }

  @Test
  void whatASecretHoldsIsNeverShown() throws Exception {
    world.push(Map.of("shop/key.yaml", secret("first-password")));
    create();
    works("sync", "shop", "--timeout", "30");
    world.push(Map.of("shop/key.yaml", secret("second-password")));

    Run run = diff();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("===== /Secret team/key ======\n")
        .contains("-  token: +")
        .doesNotContain("password")
        .doesNotContain("c2Vjb25k")
        .doesNotContain("Zmlyc3Q");
  }

  @Test
  void aComparisonThatCannotBeMadeIsToldApartFromADifference() throws Exception {
    create();
    world.push(Map.of("shop/one.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: ["));

    Run run = diff();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("tocsin: Application argocd/shop cannot be compared: ")
        .contains("one.yaml");
    assertThat(world.app("diff", "other").code()).isEqualTo(2);
  }

  @Test
  void labelsChooseWhatIsSyncedWaitedForAndDeleted() throws Exception {
    world.push(Map.of("pay/pay.yaml", config("pay", "1"), "mail/mail.yaml", config("mail", "1")));
    world.application("shop", "");
    world.application("pay", "");
    world.application("mail", "");

    assertThat(works("sync", "-l", "app in (shop, pay)", "-o", "name").out())
        .isEqualTo("argocd/pay\nargocd/shop\n");
    works("wait", "-l", "app!=mail", "--timeout", "30");
    assertThat(world.configMap("mail")).isEmpty();
    works("sync", "--project", "default", "-o", "name");
    assertThat(world.configMap("mail")).isPresent();

    works("delete", "-l", "team=web", "--wait", "-p", "background");
    assertThat(works("list", "-o", "name").out()).isEmpty();
    assertThat(world.configMap("one")).isEmpty();
    assertThat(world.configMap("pay")).isEmpty();
  }

  @Test
  void whoChoosesNothingIsTold() {
    assertThat(world.app("sync").err())
        .isEqualTo("tocsin: app sync: name an Application, or choose by --selector\n");
    assertThat(world.app("delete", "shop", "-l", "a=b").err())
        .isEqualTo("tocsin: app delete: --selector: say either it or names\n");
    assertThat(world.app("wait", "-l", "a=b").err())
        .isEqualTo(
            "tocsin: no Application of namespace argocd is meant;"
                + " `tocsin app list -n argocd` shows those there are\n");
  }

  @Test
  void whatTheSourceNoLongerHasIsPrunedWhenAskedFor() throws Exception {
    world.push(Map.of("shop/two.yaml", config("two", "1")));
    create();
    works("set", "shop", "--sync-option", "PrunePropagationPolicy=background");
    works("sync", "shop", "--timeout", "30");
    world.remove("shop/two.yaml");

    works("sync", "shop", "--timeout", "30");
    assertThat(world.configMap("two")).isPresent();
    assertThat(diff().out()).contains("===== /ConfigMap team/two ======\n");

    works("sync", "shop", "--prune", "--timeout", "30");
    assertThat(world.configMap("two")).isEmpty();
  }

  @Test
  void aRollbackGoesBackToWhatTheHistoryHas() throws Exception {
    create();
    works("sync", "shop", "--timeout", "30");
    world.push(Map.of("shop/one.yaml", config("one", "2")));
    works("sync", "shop", "--timeout", "30");
    assertThat(value("one")).isEqualTo("2");
    assertThat(works("history", "shop").out()).containsPattern("(?s)ID .*\n0 .*\n1 ");

    works("rollback", "shop", "0", "--timeout", "30");

    assertThat(value("one")).isEqualTo("1");
  }

  @Test
  void whatIsSetIsUsedAtOnce() throws Exception {
    world.push(Map.of("other/other.yaml", config("other", "1")));
    create();
    works("set", "shop", "--path", "other", "--sync-policy", "automated", "--self-heal");

    works("wait", "shop", "--timeout", "30");

    assertThat(value("other")).isEqualTo("1");
    assertThat(works("get", "shop", "--hard-refresh").out()).contains("Sync Policy:    Auto");
  }

  @Test
  void aSyncThatTheServerRefusesSaysWhy() throws Exception {
    world.push(
        Map.of(
            "shop/bad.yaml",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: NOT_A_NAME}, data: {}}"));
    create();

    Run run = world.app("sync", "shop", "--timeout", "30");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the operation of Application argocd/shop ended as Failed");
    assertThat(run.out()).contains("NOT_A_NAME");
  }

  @Test
  void aDryRunChangesNothing() {
    create();
    works("sync", "shop", "--dry-run", "--timeout", "30");

    assertThat(world.configMap("one")).isEmpty();
  }
}
