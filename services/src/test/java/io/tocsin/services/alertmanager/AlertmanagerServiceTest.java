package io.tocsin.services.alertmanager;

import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AlertmanagerServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  private static final String TEMPLATE =
      """
      message: Application {{.app.metadata.name}} has been healthy.
      alertmanager:
        labels: {fault_priority: P5, app: "{{.app.metadata.name}}"}
        annotations: {author: me}
        generatorURL: git@github.com:acme/guestbook.git
      """;

  @Test
  void postsAnAlert() {
    peer.answers(200, "");

    assertThat(
            send(
                alertmanager("basicAuth: {username: u, password: pa55}\nbearerToken: b"),
                render(TEMPLATE),
                "alertmanager"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /api/v2/alerts HTTP/1.1
            Content-Type: application/json
            Authorization: Basic dTpwYTU1

            [{"labels":{"alertname":"app-deployed","app":"guestbook","fault_priority":"P5"},\
            "annotations":{"author":"me"},\
            "generatorURL":"https://github.com/acme/guestbook.git",\
            "startsAt":"2026-01-02T03:04:05Z"}]\
            """);
  }

  @Test
  void oneMemberThatTakesItIsEnough() {
    try (Peer other = Peer.start()) {
      peer.answers(500, "");
      other.answers(200, "");
      NotificationService cluster =
          service(
              "alertmanager",
              "alertmanager",
              "targets: ['" + peer.authority() + "', '" + other.authority() + "']");

      assertThat(send(cluster, render(TEMPLATE), "alertmanager"))
          .isEqualTo(new Outcome.Delivered());
      assertThat(peer.requests() + other.requests()).isEqualTo(2);
    }
  }

  @Test
  void itMayPassWhereOneMemberMayYetTakeIt() {
    peer.answers(503, "");

    assertThat(send(alertmanager(""), render(TEMPLATE), "alertmanager"))
        .isInstanceOf(Outcome.Retryable.class);
  }

  private NotificationService alertmanager(String more) {
    return service(
        "alertmanager", "alertmanager", "targets: ['" + peer.authority() + "']\n" + more);
  }
}
