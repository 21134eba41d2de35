package io.tocsin.services.http;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxiesTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example.com/, DIRECT",
    "https://example.com/, DIRECT",
    "https://badexample.com/, HTTP",
    "https://only.below.org/, DIRECT",
    "https://below.org/, HTTP",
    "https://10.1.2.3/, DIRECT",
    "https://11.1.2.3/, HTTP",
    "https://127.0.0.1/, DIRECT",
    "https://localhost/, DIRECT",
    "https://[::1]/, DIRECT",
    "https://port.net:8443/, DIRECT",
    "https://port.net/, HTTP",
    "http://other.net/, DIRECT",
  })
  void followsTheEnvironmentAsGoDoes(String url, Proxy.Type type) {
    Proxies proxies =
        Proxies.from(
            Map.of(
                "HTTPS_PROXY", "http://proxy:3128",
                "no_proxy", "example.com, .below.org,10.0.0.0/8,port.net:8443"));

    assertThat(proxies.select(URI.create(url)).getFirst().type()).isEqualTo(type);
  }

  @Test
  void sendsThroughAProxyThatAsksForAPassword() {
    try (Peer proxy = Peer.start()) {
      proxy.answers(407, "").answers(200, "");
      HttpClients clients =
          HttpClients.create(Map.of("HTTP_PROXY", "http://me:pa55@" + proxy.authority()));

      Outcome outcome =
          send(
              service("webhook", "x", "url: http://hooks.test/a", c -> c.withHttp(clients)),
              message(""),
              "x");

      assertThat(outcome).isEqualTo(new Outcome.Delivered());
      proxy.next();
      assertThat(proxy.received())
          .isEqualTo(
              "GET http://hooks.test/a HTTP/1.1\nProxy-Authorization: Basic bWU6cGE1NQ==\n\n");
    }
  }
}
