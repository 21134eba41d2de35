package io.tocsin.services.grafana;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GrafanaServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void keepsTheQueryOfTheUrl() {
    peer.answersJson("{}");
    send(
        service("grafana", "grafana", "apiKey: k3y\napiUrl: " + peer.url("/api?orgId=2")),
        message("deployed"),
        "grafana:tag1");

    assertThat(peer.received()).startsWith("POST /api/annotations?orgId=2 HTTP/1.1");
  }

  @Test
  void makesAnAnnotation() {
    peer.answersJson("{\"message\":\"Annotation added\",\"id\":1}");
    NotificationService grafana =
        service("grafana", "grafana", "apiKey: k3y\napiURL: " + peer.url("/api"));

    assertThat(send(grafana, message("deployed"), "grafana:tag1|tag2"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /api/annotations HTTP/1.1
            Content-Type: application/json
            Authorization: Bearer k3y

            {"time":1767323045000,"isRegion":false,"tags":["tag1","tag2"],"text":"deployed"}\
            """);
  }

  @Test
  void rejectsAWrongKeyWithoutShowingIt() {
    peer.answers(401, "{\"message\":\"invalid API key k3y\"}");
    NotificationService grafana =
        service("grafana", "grafana", "apiKey: k3y\napiUrl: " + peer.url("/api"));

    assertThat(send(grafana, message("x"), "grafana:a"))
        .isEqualTo(
            new Outcome.Rejected(
                "localhost answered 401 Client Error (the credentials are not accepted):"
                    + " {\"message\":\"invalid API key ***\"}"));
  }
}
