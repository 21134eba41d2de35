package io.tocsin.services.nats;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.NatsPeer;
import io.tocsin.services.testing.Sending;
import org.junit.jupiter.api.Test;

/** Against a server that speaks NATS's protocol and remembers what it was told. */
final class NatsServiceTest {
  @Test
  void aLineFeedInAHeaderBeginsNoOtherHeader() {
    try (NatsPeer peer = NatsPeer.start("")) {
      send(
          service(
              "nats",
              "nats",
              "{url: '" + peer.url() + "', headers: {my-header: \"a\\r\\nb: c\\n\"}}"),
          message("ready"),
          "nats:a.b");

      assertThat(peer.received()).contains("my-header: a  b: c").doesNotContain("b: c");
    }
  }

  @Test
  void publishesAndWaitsForTheServersWord() {
    try (NatsPeer peer = NatsPeer.start("")) {
      NotificationService nats =
          service("nats", "nats", "{url: '" + peer.url() + "', username: u, password: pa55}");

      assertThat(send(nats, message("ready ü"), "nats:mytopic")).isEqualTo(new Outcome.Delivered());
      assertThat(peer.received())
          .containsExactly(
              "CONNECT {\"verbose\":false,\"pedantic\":false,\"tls_required\":false,"
                  + "\"name\":\"tocsin\",\"lang\":\"java\",\"version\":\"1\",\"protocol\":1,"
                  + "\"headers\":true,\"user\":\"u\",\"pass\":\"pa55\"}",
              "PING",
              "PUB mytopic 8",
              "ready ü",
              "PING");
    }
  }

  @Test
  void sendsHeaders() {
    try (NatsPeer peer = NatsPeer.start("")) {
      send(
          service("nats", "nats", "{url: '" + peer.url() + "', headers: {my-header: my-value}}"),
          message("ready"),
          "nats:a.b");

      assertThat(peer.received())
          .contains("HPUB a.b 33 38", "NATS/1.0", "my-header: my-value", "", "ready");
    }
  }

  @Test
  void rejectsWhatTheServerWillNeverTake() {
    try (NatsPeer peer = NatsPeer.start("-ERR 'Authorization Violation'")) {
      Outcome outcome = send(service("nats", "nats", "url: " + peer.url()), message("x"), "nats:a");

      assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
      assertThat(outcome.toString()).contains("Authorization Violation");
    }
  }

  @Test
  void triesTheNextServer() {
    try (NatsPeer peer = NatsPeer.start("")) {
      assertThat(
              send(
                  service("nats", "nats", "url: 'nats://127.0.0.1:1," + peer.url() + "'"),
                  message("x"),
                  "nats:a"))
          .isEqualTo(new Outcome.Delivered());
    }
  }

  @Test
  void needsASubject() {
    NotificationService nats = service("nats", "nats", "url: nats://127.0.0.1:1");

    assertThat(send(nats, message("x"), "nats:a b")).isInstanceOf(Outcome.Rejected.class);
    assertThat(Sending.read("nats", "nats", "url: http://a").errors())
        .containsExactly("service.nats: url must be a URL such as nats://nats:4222");
  }

  @Test
  void signsWithTheSeedOfNatsOwnDocumentation() {
    NKey key =
        NKey.ofSeed("SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY").orElseThrow();

    assertThat(key.publicKey())
        .isEqualTo("UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4");
    assertThat(key.sign("nonce")).hasSize(86);
    assertThat(NKey.ofSeed("SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VX")).isEmpty();
  }
}
