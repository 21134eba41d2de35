package io.tocsin.services.email;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.http.HttpClients;
import io.tocsin.services.spi.ServiceContext;
import io.tocsin.services.testing.SelfSigned;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmailEncryptionTest {
  private static final SelfSigned CERTIFICATE = SelfSigned.create();
  private static final String LOGIN = "tls: starttls\nusername: argo\npassword: pa55w0rd";

  @Test
  void saysThePasswordAfterStartTlsToAServerOfAPrivateAuthority() {
    try (SmtpPeer peer = SmtpPeer.start(CERTIFICATE, Map.of())) {
      HttpClients trusting =
          HttpClients.create(Map.of()).withCertificates(Map.of("localhost", CERTIFICATE.pem()));

      assertThat(sent(peer, LOGIN, context -> context.withHttp(trusting)))
          .isEqualTo(new Outcome.Delivered());
      assertThat(peer.received())
          .containsSubsequence("STARTTLS", "AUTH LOGIN", "YXJnbw==", "cGE1NXcwcmQ=")
          .anyMatch(line -> line.startsWith("RCPT TO:<me@example.com>"));
    }
  }

  @Test
  void doesNotTrustAnyOtherServer() {
    try (SmtpPeer peer = SmtpPeer.start(CERTIFICATE, Map.of())) {
      Outcome outcome = sent(peer, LOGIN, context -> context);

      assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
      assertThat(outcome.toString()).contains("argocd-tls-certs-cm");
      assertThat(peer.received()).doesNotContain("AUTH LOGIN");
    }
  }

  @Test
  void doesNotSayThePasswordToAServerWithoutStartTls() {
    try (SmtpPeer peer = SmtpPeer.start(CERTIFICATE, Map.of("EHLO", "250 AUTH LOGIN"))) {
      Outcome outcome = sent(peer, LOGIN, context -> context);

      assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
      assertThat(outcome.toString()).contains("STARTTLS");
      assertThat(peer.received()).doesNotContain("AUTH LOGIN");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 450 4.2.0 greylisted, Retryable",
    "RCPT, 550 5.1.1 no such user, Rejected",
    "MAIL, 451 4.3.0 try later, Retryable",
    "MAIL, 553 5.7.1 not your address, Rejected"
  })
  void tellsARefusalThatMayPassFromOneThatMustBeMended(String verb, String reply, String kind) {
    try (SmtpPeer peer = SmtpPeer.start(CERTIFICATE, Map.of(verb, reply))) {
      Outcome outcome = sent(peer, "tls: none", context -> context);

      assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(outcome.toString()).contains(reply);
    }
  }

  private static Outcome sent(SmtpPeer peer, String more, UnaryOperator<ServiceContext> change) {
    NotificationService email =
        service(
            "email",
            "email",
            "host: localhost\nport: " + peer.port() + "\nfrom: argo@example.com\n" + more,
            change);
    return send(email, message("x"), "email:me@example.com");
  }
}
