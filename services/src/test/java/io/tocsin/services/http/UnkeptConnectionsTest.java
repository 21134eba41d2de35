package io.tocsin.services.http;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnkeptConnectionsTest {
  @ParameterizedTest
  @CsvSource({
    "HTTP/1.0, X-Any, false",
    "HTTP/1.0, Connection, true",
    "HTTP/1.1, X-Any, true",
  })
  void aConnectionIsUsedAgainWhereTheServerPromisesToKeepIt(
      String version, String header, boolean again) {
    try (Peer peer = Peer.start()) {
      for (int i = 0; i < 2; i++) {
        peer.answers(
            new MockResponse()
                .setStatus(version + " 200 OK")
                .setHeader(header, "keep-alive")
                .setBody("ok"));
      }
      NotificationService service =
          service("webhook", "x", "method: POST\nurl: " + peer.url("/"), context -> context);

      assertThat(send(service, message(""), "x")).isEqualTo(new Outcome.Delivered());
      assertThat(send(service, message(""), "x")).isEqualTo(new Outcome.Delivered());

      peer.next();
      assertThat(peer.next().getSequenceNumber()).isEqualTo(again ? 1 : 0);
    }
  }
}
