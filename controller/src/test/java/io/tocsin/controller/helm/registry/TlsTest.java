package io.tocsin.controller.helm.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.controller.helm.registry.LoopbackServer.Reply;
import io.tocsin.templates.functions.Sprig;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TlsTest {
  private static final GoObject PAIR =
      (GoObject)
          Sprig.functions()
              .get("genSelfSignedCert")
              .body()
              .call(
                  new Object[] {
                    "127.0.0.1", List.of("127.0.0.1"), List.of("localhost"), GoInt.of(7)
                  });
  private static final String CERTIFICATE = (String) PAIR.field("Cert").orElseThrow();
  private static final String KEY = (String) PAIR.field("Key").orElseThrow();

  private static String resolve(LoopbackServer server, boolean insecure, String authorities) {
    Map<String, String> data = Map.of("url", server.url(), "insecure", Boolean.toString(insecure));
    try (var charts = new RemoteCharts(Clock.systemUTC(), Duration.ofSeconds(10))) {
      return charts.resolve(RepositoryAccess.of(data, authorities), "c", "");
    }
  }

  @Test
  void aCertificateIsTrustedWhereItsAuthorityIsGivenOrAllAre() {
    var access = new RepositoryAccess("", false, "", "", "", CERTIFICATE, KEY, false, false, false);
    try (var server = LoopbackServer.tls(Tls.context(access))) {
      server.on("/index.yaml", Reply.ok("entries: {c: [{version: 1.0.0, urls: [x]}]}"));

      assertThat(resolve(server, false, CERTIFICATE)).isEqualTo("1.0.0");
      assertThat(resolve(server, true, "")).isEqualTo("1.0.0");
      assertThatThrownBy(() -> resolve(server, false, ""))
          .hasMessageStartingWith(server.url() + "/index.yaml cannot be read: ");
    }
  }

  @Test
  void aKeyThatIsNoneIsNamed() {
    var access =
        new RepositoryAccess(
            "https://x", false, "", "", "", CERTIFICATE, "no", false, false, false);

    assertThatThrownBy(() -> Tls.context(access))
        .hasMessageStartingWith("the TLS certificates or key of the repository https://x");
  }

  @Test
  void whatIsSecretIsNotPrinted() {
    var access =
        new RepositoryAccess("https://x", false, "ann", "s3cret", "", "", KEY, false, false, false);

    assertThat(access).hasToString("https://x");
  }
}
