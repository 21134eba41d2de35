package io.tocsin.controller.helm.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.helm.Archives;
import io.tocsin.controller.helm.registry.LoopbackServer.Reply;
import io.tocsin.controller.helm.registry.LoopbackServer.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OciRegistryTest {
  private static final byte[] ARCHIVE =
      Archives.tgz("shop/Chart.yaml", "{name: shop, version: 1.2.0+build.1}");
  private static final String DIGEST = "sha256:" + sha256(ARCHIVE);
  private static final String BASIC = "Basic YW5uOnNlY3JldA==";
  private static final String REPOSITORY = "/v2/team/charts/shop";

  private LoopbackServer server;
  private RemoteCharts charts;

  @BeforeEach
  void start() {
    server = LoopbackServer.plain();
    charts = new RemoteCharts(Clock.systemUTC(), Duration.ofSeconds(10));
    on(
        "/tags/list?n=1000",
        Reply.ok("{\"tags\": [\"1.0.0\", \"latest\"]}")
            .with("Link:<" + REPOSITORY + "/tags/list?n=1000&last=1.0.0>; rel=\"next\""));
    on("/tags/list?n=1000&last=1.0.0", Reply.ok("{\"tags\": [\"1.2.0_build.1\", \"2.0.0-rc\"]}"));
    on("/manifests/1.2.0_build.1", Reply.ok(manifest(DIGEST)));
    on("/blobs/" + DIGEST, Reply.ok(ARCHIVE));
  }

  @AfterEach
  void stop() {
    charts.close();
    server.close();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String manifest(String digest) {
    return """
    {"schemaVersion": 2, "config": {"mediaType": "application/vnd.cncf.helm.config.v1+json"},
     "layers": [
      {"mediaType": "application/vnd.cncf.helm.chart.provenance.v1.prov", "digest": "sha256:0"},
      {"mediaType": "application/vnd.cncf.helm.chart.content.v1.tar+gzip", "digest": "%s"}]}
    """
        .formatted(digest);
  }

  private void on(String path, Reply reply) {
    server.on(REPOSITORY + path, reply);
  }

  private RepositoryAccess access(String username) {
    return new RepositoryAccess(
        "oci://" + server.host() + "/team/charts",
        true,
        username,
        username.isEmpty() ? "" : "secret",
        "",
        "",
        "",
        false,
        true,
        false);
  }

  /** Lets all of the registry's paths want the authorization. */
  private void guard(String authorization, String challenge) {
    for (String path :
        new String[] {
          "/tags/list?n=1000",
          "/tags/list?n=1000&last=1.0.0",
          "/manifests/1.2.0_build.1",
          "/blobs/" + DIGEST
        }) {
      Function<Request, Reply> open = server.reply(REPOSITORY + path);
      server.on(
          REPOSITORY + path,
          request ->
              request.authorization().equals(authorization)
                  ? open.apply(request)
                  : Reply.status(401, "WWW-Authenticate:" + challenge));
    }
  }

  @Test
  void aConstraintIsMetByTheGreatestTagOfAllPages() {
    assertThat(charts.resolve(access(""), "shop", "^1")).isEqualTo("1.2.0+build.1");
  }

  @Test
  void aVersionThatIsNamedInFullIsFetchedWithoutAskingForTags() {
    FetchedChart chart = charts.fetch(access(""), "shop", "1.2.0+build.1");

    assertThat(chart.files().read("Chart.yaml")).isPresent();
    assertThat(server.requests)
        .extracting(Request::path)
        .containsExactly(REPOSITORY + "/manifests/1.2.0_build.1", REPOSITORY + "/blobs/" + DIGEST);
    assertThat(server.requests.getFirst().accept())
        .isEqualTo("application/vnd.oci.image.manifest.v1+json");
  }

  @Test
  void aTokenIsFetchedOnceForAllRequests() {
    guard(
        "Bearer t0ken",
        "Bearer realm=\"%s/token\",service=\"reg\",scope=\"repository:team/charts/shop:pull\""
            .formatted(server.url()));
    String token = "/token?service=reg&scope=repository%3Ateam%2Fcharts%2Fshop%3Apull";
    server.on(
        token,
        request ->
            request.authorization().equals(BASIC)
                ? Reply.ok("{\"token\": \"t0ken\"}")
                : Reply.status(403));

    assertThat(charts.fetch(access("ann"), "shop", "1.x").version()).isEqualTo("1.2.0+build.1");
    assertThat(server.asked(token)).isEqualTo(1);
    assertThatThrownBy(() -> charts.fetch(access("bob"), "shop", "1.x"))
        .hasMessage(server.url() + "/token refuses the credentials or their absence (403)");
  }

  @Test
  void basicAuthenticationIsAnsweredToo() {
    guard(BASIC, "Basic realm=\"x\"");

    assertThat(charts.fetch(access("ann"), "shop", "1.x").version()).isEqualTo("1.2.0+build.1");
    assertThatThrownBy(() -> charts.resolve(access(""), "shop", "1.x"))
        .hasMessageEndingWith("refuses the credentials or their absence (401)");
  }

  @Test
  void whatIsNoChartOrAnotherOneIsRefused() {
    on("/manifests/1.0.0", Reply.ok("{\"layers\": []}"));
    assertThatThrownBy(() -> charts.fetch(access(""), "shop", "1.0.0"))
        .hasMessageEndingWith("/manifests/1.0.0 is no manifest of a Helm chart");

    on("/blobs/" + DIGEST, Reply.ok("something else"));
    assertThatThrownBy(() -> charts.fetch(access(""), "shop", "1.2.0+build.1"))
        .hasMessageContaining("has the digest");
    assertThatThrownBy(() -> charts.resolve(access(""), "none", "1.x"))
        .hasMessageEndingWith("has no chart none");
    assertThatThrownBy(() -> charts.fetch(access(""), "none", "1.0.0"))
        .hasMessageEndingWith("/v2/team/charts/none/manifests/1.0.0 answered 404");
  }
}
