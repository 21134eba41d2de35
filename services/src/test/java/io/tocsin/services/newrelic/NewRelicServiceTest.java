package io.tocsin.services.newrelic;

import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NewRelicServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void marksADeployment() {
    peer.answers(201, "{}");
    NotificationService newrelic =
        service("newrelic", "newrelic", "{apiKey: k3y, apiURL: '" + peer.url("/") + "'}");

    assertThat(
            send(
                newrelic,
                render("message: m\nnewrelic: {changelog: c, user: u}"),
                "newrelic:123456789"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /v2/applications/123456789/deployments.json HTTP/1.1
            Content-Type: application/json
            X-Api-Key: k3y

            {"deployment":{"revision":"abc123","changelog":"c","description":"m","user":"u"}}\
            """);
  }
}
