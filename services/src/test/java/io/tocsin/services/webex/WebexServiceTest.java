package io.tocsin.services.webex;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.testing.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WebexServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void sendsToPeopleAndRooms() {
    peer.answersJson("{}").answersJson("{}");
    NotificationService webex =
        service("webex", "webex", "{token: t0k, apiURL: '" + peer.url("/") + "'}");

    send(webex, message("**hi**"), "webex:julie@example.com");
    send(webex, message("**hi**"), "webex:Y2lzY29zcGFyazov");

    assertThat(peer.received())
        .isEqualTo(
            """
            POST /v1/messages HTTP/1.1
            Content-Type: application/json
            Authorization: Bearer t0k

            {"toPersonEmail":"julie@example.com","markdown":"**hi**"}\
            """);
    assertThat(peer.received())
        .endsWith("{\"roomId\":\"Y2lzY29zcGFyazov\",\"markdown\":\"**hi**\"}");
  }
}
