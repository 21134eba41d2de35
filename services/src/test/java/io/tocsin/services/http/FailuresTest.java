package io.tocsin.services.http;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import io.tocsin.services.testing.SelfSigned;
import io.tocsin.services.testing.Sending;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;

/** What goes wrong between here and any server. */
final class FailuresTest {
  private static final SelfSigned CERTIFICATE = SelfSigned.create();

  @Test
  void aHangingServerIsLeftAfterTheTimeout() {
    try (Peer peer = Peer.start()) {
      peer.answers(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
      var exchange =
          Sending.context()
              .exchange("x", TransportOptions.DEFAULT.withTimeout(Duration.ofMillis(200)));

      Outcome outcome =
          exchange.attempt(
              () -> {
                exchange.send(HttpRequest.of("GET", peer.url("/")));
                return new Outcome.Delivered();
              });

      assertThat(outcome).isEqualTo(retryable("localhost did not answer in time"));
    }
  }

  @Test
  void aResetMayPass() {
    try (Peer peer = Peer.start()) {
      peer.answers(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

      assertThat(get(peer.url("/"), "")).isInstanceOf(Outcome.Retryable.class);
    }
  }

  @Test
  void nobodyListeningMayPass() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    Outcome outcome = get("http://localhost:" + port, "");

    assertThat(outcome).isInstanceOf(Outcome.Retryable.class);
    assertThat(outcome.toString()).contains("no connection to localhost");
  }

  @Test
  void aCertificateThatIsNotTrustedMustBeMended() {
    try (Peer peer = secure()) {
      Outcome outcome = get(peer.url("/"), "");

      assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
      assertThat(outcome.toString()).contains("not trusted").contains("argocd-tls-certs-cm");
    }
  }

  @Test
  void theHostsOwnAuthorityIsTrusted() {
    try (Peer peer = secure()) {
      HttpClients clients =
          HttpClients.create(Map.of()).withCertificates(Map.of("localhost", CERTIFICATE.pem()));
      NotificationService service =
          service("webhook", "x", "url: " + peer.url("/"), context -> context.withHttp(clients));

      assertThat(send(service, message(""), "x")).isEqualTo(new Outcome.Delivered());
    }
  }

  @Test
  void anyCertificateWillDoWhereVerificationIsOff() {
    try (Peer peer = secure()) {
      assertThat(get(peer.url("/"), "insecureSkipVerify: true")).isEqualTo(new Outcome.Delivered());
    }
  }

  @Test
  void aForbiddenAddressIsNotConnectedTo() {
    try (Peer peer = Peer.start()) {
      HttpClients clients = HttpClients.create(Map.of()).withPolicy(AddressPolicy.BEYOND_THE_NODE);
      for (String url : new String[] {peer.url("/"), "http://127.0.0.1:" + port(peer) + "/"}) {
        NotificationService service =
            service("webhook", "x", "url: " + url, context -> context.withHttp(clients));

        assertThat(send(service, message(""), "x"))
            .isInstanceOf(Outcome.Rejected.class)
            .extracting(Object::toString)
            .asString()
            .contains("may not connect to");
      }
      assertThat(peer.requests()).isZero();
    }
  }

  @Test
  void aRedirectToAForbiddenAddressIsNotFollowed() {
    try (Peer peer = Peer.start();
        Peer secret = Peer.start()) {
      peer.answers(
          new MockResponse().setResponseCode(302).setHeader("Location", secret.url("/metadata")));
      AddressPolicy once = address -> peer.requests() == 0;
      HttpClients clients = HttpClients.create(Map.of()).withPolicy(once);
      NotificationService service =
          service("webhook", "x", "url: " + peer.url("/"), context -> context.withHttp(clients));

      assertThat(send(service, message(""), "x")).isInstanceOf(Outcome.Rejected.class);
      assertThat(secret.requests()).isZero();
    }
  }

  private static String port(Peer peer) {
    return peer.authority().replaceFirst(".*:", "");
  }

  private static Peer secure() {
    MockWebServer server = new MockWebServer();
    server.useHttps(CERTIFICATE.server(), false);
    return Peer.start(server).answers(200, "");
  }

  private static Outcome get(String url, String more) {
    return send(service("webhook", "x", "url: " + url + "\n" + more), message(""), "x");
  }

  private static Outcome retryable(String reason) {
    return new Outcome.Retryable(reason, Optional.empty());
  }
}
