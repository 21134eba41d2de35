package io.tocsin.services.pushover;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PushoverServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void sendsAForm() {
    peer.answersJson("{\"status\":1,\"request\":\"647d2300\"}");

    assertThat(send(pushover(), message("Hi & bye ü"), "pushover:uQiRzpo4DXghDmr9QzzfQu27cmVRsG"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /1/messages.json HTTP/1.1
            Content-Type: application/x-www-form-urlencoded

            token=azGDORePK8gMaC0QOYAMyEEuzJnyUi&user=uQiRzpo4DXghDmr9QzzfQu27cmVRsG\
            &message=Hi%20%26%20bye%20%C3%BC\
            """);
  }

  @Test
  void failsWhereTheStatusIsNotOne() {
    peer.answersJson("{\"status\":0,\"errors\":[\"user identifier is invalid\"]}");

    assertThat(send(pushover(), message("x"), "pushover:u").toString())
        .contains("user identifier is invalid");
  }

  private NotificationService pushover() {
    return service(
        "pushover",
        "pushover",
        "{token: azGDORePK8gMaC0QOYAMyEEuzJnyUi, apiURL: '" + peer.root() + "'}");
  }
}
