package io.tocsin.controller.helm.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.controller.application.Source;
import io.tocsin.controller.helm.Archives;
import io.tocsin.controller.helm.Charts;
import io.tocsin.controller.helm.Helm;
import io.tocsin.controller.helm.HelmRequest;
import io.tocsin.controller.helm.SourceFiles;
import io.tocsin.controller.helm.chart.HelmException;
import io.tocsin.controller.helm.registry.LoopbackServer.Reply;
import io.tocsin.controller.runtime.KubeObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HelmRepositoryTest {
  private static final String BASIC = "Basic YW5uOnNlY3JldA==";
  private final TestClock clock = new TestClock();
  private LoopbackServer server;
  private RemoteCharts charts;

  @BeforeEach
  void start() {
    server = LoopbackServer.plain();
    charts = new RemoteCharts(clock, Duration.ofSeconds(10));
    server.on("/repo/shop-1.0.0.tgz", Reply.ok(archive("1.0.0")));
    server.on("/repo/charts/shop-1.2.0.tgz", Reply.ok(archive("1.2.0")));
    server.on("/elsewhere/shop-2.0.0.tgz", Reply.ok(archive("2.0.0")));
    index("");
  }

  @AfterEach
  void stop() {
    charts.close();
    server.close();
  }

  private static byte[] archive(String version) {
    return Archives.tgz(
        "shop/Chart.yaml",
        "{name: shop, version: " + version + "}",
        "shop/templates/x.yaml",
        "{kind: X, metadata: {name: 'v{{ .Chart.Version }}'}}");
  }

  private void index(String digest) {
    server.on(
        "/repo/index.yaml",
        Reply.ok(
            """
            apiVersion: v1
            entries:
              shop:
                - {version: 2.0.0, urls: ["%s/elsewhere/shop-2.0.0.tgz"]}
                - {version: 1.2.0, urls: [charts/shop-1.2.0.tgz], digest: "%s"}
                - {version: 1.0.0, urls: [shop-1.0.0.tgz]}
                - {version: 3.0.0-rc.1, urls: [shop-3.tgz]}
                - {version: 4.0.0}
            """
                .formatted(server.otherUrl(), digest)));
  }

  private RepositoryAccess anonymous() {
    return RepositoryAccess.anonymous(server.url() + "/repo/");
  }

  private RepositoryAccess ann() {
    return RepositoryAccess.of(
        Map.of("url", server.url() + "/repo", "username", "ann", "password", "secret"), "");
  }

  @Test
  void aRevisionStandsForAVersion() {
    assertThat(charts.resolve(anonymous(), "shop", "1.0.0")).isEqualTo("1.0.0");
    assertThat(charts.resolve(anonymous(), "shop", "1.x")).isEqualTo("1.2.0");
    assertThat(charts.resolve(anonymous(), "shop", "")).isEqualTo("2.0.0");
    assertThat(charts.resolve(anonymous(), "shop", ">=2.0.0-0")).isEqualTo("3.0.0-rc.1");
  }

  @Test
  void whatIsNotOfferedIsNamed() {
    assertThatThrownBy(() -> charts.resolve(anonymous(), "none", "1.x"))
        .hasMessage("the repository " + server.url() + "/repo has no chart none");
    assertThatThrownBy(() -> charts.resolve(anonymous(), "shop", "^9"))
        .hasMessage("the chart shop in " + server.url() + "/repo has no version that meets ^9");
    assertThatThrownBy(() -> charts.resolve(anonymous(), "shop", "main"))
        .hasMessageEndingWith("no version that meets main");
  }

  @Test
  void aChartIsFetchedOnceAndRendered() {
    FetchedChart chart = charts.fetch(anonymous(), "shop", "^1");
    charts.fetch(anonymous(), "shop", "^1");
    var request = new HelmRequest(Source.of(Map.of()), "my", "apps");
    var helm = new Helm(charts.dependencies(RepositoryAccess::anonymous));

    assertThat(chart.version()).isEqualTo("1.2.0");
    assertThat(helm.render(request, new SourceFiles(chart.files(), "")))
        .extracting(KubeObject::name)
        .containsExactly("v1.2.0");
    assertThat(server.asked("/repo/charts/shop-1.2.0.tgz")).isEqualTo(1);
    assertThat(server.asked("/repo/index.yaml")).isEqualTo(1);
  }

  @Test
  void anIndexGrowsOld() {
    charts.resolve(anonymous(), "shop", "1.x");
    clock.advance(Duration.ofMinutes(3));
    charts.resolve(anonymous(), "shop", "1.x");

    assertThat(server.asked("/repo/index.yaml")).isEqualTo(2);
  }

  @Test
  void credentialsAreSentToTheRepositoryAndNotToOtherHosts() {
    charts.fetch(ann(), "shop", "1.2.0");
    charts.fetch(ann(), "shop", "2.0.0");

    assertThat(server.requests)
        .extracting(LoopbackServer.Request::path, LoopbackServer.Request::authorization)
        .containsExactly(
            tuple("/repo/index.yaml", BASIC),
            tuple("/repo/charts/shop-1.2.0.tgz", BASIC),
            tuple("/elsewhere/shop-2.0.0.tgz", ""));
  }

  @Test
  void credentialsAreSentToOtherHostsWhereThatIsWanted() {
    charts.fetch(ann().passingCredentials(true), "shop", "2.0.0");

    assertThat(server.requests.getLast().authorization()).isEqualTo(BASIC);
  }

  @Test
  void aRedirectionIsFollowedWithoutCredentials() {
    server.on(
        "/repo/shop-1.0.0.tgz", Reply.status(302, "Location:" + server.otherUrl() + "/other"));
    server.on("/other", Reply.ok(archive("1.0.0")));

    assertThat(charts.fetch(ann(), "shop", "1.0.0").version()).isEqualTo("1.0.0");
    assertThat(server.requests.getLast().path()).isEqualTo("/other");
    assertThat(server.requests.getLast().authorization()).isEmpty();
  }

  @Test
  void redirectionsWithoutEndAndToFilesAreRefused() {
    server.on("/repo/shop-1.0.0.tgz", Reply.status(302, "Location:shop-1.0.0.tgz"));
    assertThatThrownBy(() -> charts.fetch(anonymous(), "shop", "1.0.0"))
        .hasMessageEndingWith("redirects more than 5 times");

    server.on("/repo/shop-1.0.0.tgz", Reply.status(302, "Location:file:///etc/passwd"));
    assertThatThrownBy(() -> charts.fetch(anonymous(), "shop", "1.0.0"))
        .hasMessageContaining("redirects to where nobody follows");
  }

  @Test
  void anArchiveWithAnotherDigestIsRefused() {
    index("0".repeat(64));

    assertThatThrownBy(() -> charts.fetch(anonymous(), "shop", "1.2.0"))
        .isInstanceOf(HelmException.class)
        .hasMessageContaining("shop-1.2.0.tgz has the digest")
        .hasMessageEndingWith("and should have " + "0".repeat(64));
  }

  @Test
  void anAnswerThatIsNoneIsNamed() {
    server.on("/repo/index.yaml", Reply.status(401));
    assertThatThrownBy(() -> charts.resolve(anonymous(), "shop", ""))
        .hasMessage(server.url() + "/repo/index.yaml answered 401");

    server.on("/repo/index.yaml", Reply.ok("<html>: ["));
    assertThatThrownBy(() -> charts.resolve(anonymous(), "shop", ""))
        .hasMessageStartingWith("the index.yaml of " + server.url() + "/repo");
  }

  @Test
  void aServerThatDoesNotAnswerIsNotWaitedForLong() {
    CountDownLatch never = new CountDownLatch(1);
    server.on(
        "/repo/index.yaml",
        _ -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.status(500);
        });
    try (var impatient = new RemoteCharts(clock, Duration.ofMillis(200))) {
      assertThatThrownBy(() -> impatient.resolve(anonymous(), "shop", ""))
          .isInstanceOf(HelmException.class)
          .hasMessageStartingWith(server.url() + "/repo/index.yaml");
    } finally {
      never.countDown();
    }
  }

  @Test
  void aChartThatAnotherOneWantsIsFetched() {
    var files =
        Charts.files(
            "Chart.yaml",
            "{name: a, version: 1.0.0, dependencies: [{name: shop, version: 1.x, repository: '%s/repo'}]}"
                .formatted(server.url()),
            "Chart.lock",
            "dependencies: [{name: shop, version: 1.0.0}]");
    var request = new HelmRequest(Source.of(Map.of()), "my", "apps");
    var helm = new Helm(charts.dependencies(RepositoryAccess::anonymous));

    assertThat(helm.render(request, new SourceFiles(files, "")))
        .extracting(KubeObject::name)
        .containsExactly("v1.0.0");
  }
}
