package io.tocsin.services.ntfy;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NtfyServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void publishes() {
    peer.answersJson("{\"id\":\"hwQ2YpKdmg\"}");

    assertThat(
            send(
                ntfy("token: tk_AgQdq7mVBoFD37"),
                render(
                    """
                    message: Disk space is low
                    ntfy:
                      title: "{{.app.metadata.name}}"
                      priority: high
                      tags: [warning, cd]
                      click: https://argocd
                      actions: '[{"action": "view", "label": "Open", "url": "https://argocd"}]'
                    """),
                "ntfy:mytopic"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST / HTTP/1.1
            Content-Type: application/json
            Authorization: Bearer tk_AgQdq7mVBoFD37

            {"topic":"mytopic","message":"Disk space is low","title":"guestbook",\
            "tags":["warning","cd"],"priority":4,"click":"https://argocd",\
            "actions":[{"action":"view","label":"Open","url":"https://argocd"}]}\
            """);
  }

  @Test
  void needsATopicAndAGoodPriority() {
    assertThat(send(ntfy(""), message("x"), "ntfy")).isInstanceOf(Outcome.Rejected.class);
    assertThat(send(ntfy(""), render("message: x\nntfy: {priority: huge}"), "ntfy:t").toString())
        .contains("ntfy.priority");
    assertThat(peer.requests()).isZero();
  }

  private NotificationService ntfy(String more) {
    return service("ntfy", "ntfy", "url: " + peer.root() + "\n" + more);
  }
}
