package io.tocsin.notifier.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.cli.Run;
import io.tocsin.notifier.config.Yaml;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChangingAppsTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void start() {
    shop = new Shop(folder);
  }

  @AfterEach
  void stop() {
    shop.close();
  }

  @Test
  void anApplicationIsCreatedByFlags() {
    Run run = create("--path", "deploy");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("application argocd/shop created\n");
    assertThat(shop.shop().at("spec"))
        .isEqualTo(
            Yaml.parse(
                """
                project: default
                source:
                  repoURL: https://git.example.com/acme/shop.git
                  path: deploy
                  helm: {parameters: [{name: image.tag, value: '1.2'}]}
                destination: {server: https://kubernetes.default.svc, namespace: shop}
                syncPolicy: {automated: {prune: true}, syncOptions: [CreateNamespace=true]}
                """));
  }

  @Test
  void oneThatIsThereIsChangedOnlyWhenThatIsWanted() {
    create("--path", "deploy");

    assertThat(create("--path", "deploy").out()).isEqualTo("application argocd/shop unchanged\n");
    Run refused = create("--path", "other");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            "tocsin: Application argocd/shop is there and is different; --upsert changes it\n");
    assertThat(create("--path", "other", "--upsert").out())
        .isEqualTo("application argocd/shop updated\n");
    assertThat(shop.shop().at("spec", "source", "path")).isEqualTo("other");
  }

  @Test
  void anApplicationIsCreatedFromAFile() {
    Path file =
        shop.write(
            "shop.yaml",
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: shop}
            spec:
              source: {repoURL: 'https://git.example.com/acme/shop.git', path: deploy}
              destination: {server: https://kubernetes.default.svc, namespace: shop}
            """);

    assertThat(shop.run("create", "-f", file.toString()).out())
        .isEqualTo("application argocd/shop created\n");
    assertThat(shop.shop().at("spec", "project")).isEqualTo("default");
  }

  @Test
  void aDestinationMustBeGiven() {
    Run run = shop.run("create", "shop", "--repo", "https://git.example.com/x.git", "--path", ".");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("tocsin: app create: a destination is missing; --dest-server");
  }

  @Test
  void aParameterIsSetAndReplaced() {
    create("--path", "deploy");

    Run run =
        shop.run("set", "shop", "-p", "image.tag=1.3", "-p", "replicas=2", "--revision", "v1");

    assertThat(run.out()).isEqualTo("application argocd/shop updated\n");
    assertThat(shop.shop().at("spec", "source"))
        .isEqualTo(
            Yaml.parse(
                """
                repoURL: https://git.example.com/acme/shop.git
                path: deploy
                targetRevision: v1
                helm: {parameters: [{name: image.tag, value: '1.3'}, {name: replicas, value: '2'}]}
                """));
  }

  @Test
  void thePolicyIsTakenAway() {
    create("--path", "deploy");

    shop.run("set", "shop", "--sync-policy", "none", "--sync-option", "!CreateNamespace");

    assertThat(shop.shop().at("spec", "syncPolicy")).isEqualTo(Yaml.parse("syncOptions: []"));
    assertThat(shop.run("set", "shop", "--self-heal").err())
        .contains("need --sync-policy automated");
  }

  @Test
  void oneOfSeveralSourcesIsNamedByItsPosition() {
    shop.board()
        .apply(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: shop, namespace: argocd, uid: u}
            spec:
              project: default
              sources: [{repoURL: a, path: a}, {repoURL: b, path: b}]
              destination: {name: in-cluster, namespace: shop}
            """);

    assertThat(shop.run("set", "shop", "--revision", "v2").err())
        .isEqualTo("tocsin: app: there are 2 sources; --source-position says which one\n");
    shop.run("set", "shop", "--revision", "v2", "--source-position", "2");
    assertThat(shop.shop().at("spec", "sources"))
        .isEqualTo(
            Yaml.parse("[{repoURL: a, path: a}, {repoURL: b, path: b, targetRevision: v2}]"));
    assertThat(shop.run("set", "shop", "--project", "other").err()).isEmpty();
    assertThat(shop.shop().at("spec", "project")).isEqualTo("other");
  }

  @Test
  void aDeletionCascadesByTheFinalizer() {
    shop.synced();

    Run run = shop.run("delete", "shop", "--yes");

    assertThat(run.out()).isEqualTo("application argocd/shop is being deleted\n");
    assertThat(shop.shop().list("metadata", "finalizers"))
        .isEqualTo(List.of("resources-finalizer.argocd.argoproj.io"));
    assertThat(shop.shop().at("metadata", "deletionTimestamp")).isNotNull();
  }

  @Test
  void aDeletionMayLeaveWhatWasDeployed() {
    shop.synced();

    assertThat(shop.run("delete", "shop", "--cascade=false", "--wait").out())
        .isEqualTo("application argocd/shop deleted\n");
  }

  private Run create(String... more) {
    String[] common = {
      "create",
      "shop",
      "--repo",
      "https://git.example.com/acme/shop.git",
      "--dest-server",
      "https://kubernetes.default.svc",
      "--dest-namespace",
      "shop",
      "--sync-policy",
      "automated",
      "--auto-prune",
      "--sync-option",
      "CreateNamespace=true",
      "-p",
      "image.tag=1.2"
    };
    return shop.run(
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(common), java.util.Arrays.stream(more))
            .toArray(String[]::new));
  }
}
