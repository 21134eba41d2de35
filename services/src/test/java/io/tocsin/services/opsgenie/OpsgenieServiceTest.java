package io.tocsin.services.opsgenie;

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

final class OpsgenieServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void makesAnAlertForATeam() {
    peer.answers(202, "{\"result\":\"Request will be processed\"}");

    assertThat(
            send(
                opsgenie(),
                render(
                    """
                    message: "{{.app.metadata.name}} is degraded"
                    opsgenie:
                      description: d
                      priority: P1
                      alias: "{{.app.metadata.name}}"
                      note: n
                      actions: [Restart]
                      tags: [a, "{{.app.metadata.namespace}}"]
                      details: {key1: value1}
                      entity: e
                      visibleTo: [{id: i1, type: team}]
                      user: u
                    """),
                "opsgenie:4513b7ea"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /v2/alerts HTTP/1.1
            Content-Type: application/json
            Authorization: GenieKey k3y

            {"message":"guestbook is degraded","alias":"guestbook","description":"d",\
            "responders":[{"type":"team","id":"4513b7ea"}],\
            "visibleTo":[{"type":"team","id":"i1"}],"actions":["Restart"],\
            "tags":["a","argocd"],"details":{"key1":"value1"},"entity":"e",\
            "source":"Argo CD","priority":"P1","user":"u","note":"n"}\
            """);
  }

  @Test
  void movesALongMessageIntoTheDescription() {
    peer.answers(202, "");

    send(opsgenie(), message("x".repeat(131)), "opsgenie:4513b7ea");

    assertThat(peer.received())
        .contains("\"message\":\"" + "x".repeat(129) + "…\"")
        .contains("\"description\":\"" + "x".repeat(131) + "\"");
  }

  private NotificationService opsgenie() {
    return service(
        "opsgenie", "opsgenie", "{apiUrl: '" + peer.url("/") + "', apiKeys: {4513b7ea: k3y}}");
  }
}
