package io.tocsin.services.mattermost;

import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MattermostServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void posts() {
    peer.answers(201, "{}");
    NotificationService mattermost =
        service("mattermost", "mattermost", "token: t0k\napiURL: " + peer.url("/"));

    assertThat(
            send(
                mattermost,
                render(
                    "message: m\nmattermost: {attachments: '[{\"title\": \"{{.app.metadata.name}}\"}]'}"),
                "mattermost:c1"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /api/v4/posts HTTP/1.1
            Content-Type: application/json
            Authorization: Bearer t0k

            {"channel_id":"c1","message":"m","props":{"attachments":[{"title":"guestbook"}]}}\
            """);
  }
}
