package io.tocsin.services.googlechat;

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

final class GoogleChatServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void saysAText() {
    peer.answersJson("{\"name\":\"spaces/A/messages/B\"}");

    assertThat(send(chat(), message("hi"), "googlechat:space")).isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /v1/spaces/A/messages?key=k&token=t HTTP/1.1
            Content-Type: application/json

            {"text":"hi"}\
            """);
  }

  @Test
  void saysCardsWrittenInYamlInAThread() {
    peer.answersJson("{}");

    send(
        chat(),
        render(
            """
            message: m
            googlechat:
              threadKey: "{{.app.metadata.name}}/x"
              cards: |
                - header:
                    title: old
              cardsV2: |
                - header:
                    title: "{{.app.metadata.name}}"
            """),
        "googlechat:space");

    assertThat(peer.received())
        .isEqualTo(
            """
            POST /v1/spaces/A/messages?key=k&token=t&threadKey=guestbook%2Fx\
            &messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD HTTP/1.1
            Content-Type: application/json

            {"cards":[{"header":{"title":"old"}}],\
            "cardsV2":[{"cardId":"be088168-c53c-3c4a-a712-7adf47c848ef",\
            "card":{"header":{"title":"guestbook"}}}]}\
            """);
  }

  @Test
  void tellsARefusalFromAnEmptySpace() {
    peer.answers(400, "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\"}}")
        .answers(429, "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\"}}")
        .answersJson("{\"error\":{\"code\":403}}");

    assertThat(send(chat(), message("x"), "googlechat:space")).isInstanceOf(Outcome.Rejected.class);
    assertThat(send(chat(), message("x"), "googlechat:space"))
        .isInstanceOf(Outcome.Retryable.class);
    assertThat(send(chat(), message("x"), "googlechat:space")).isInstanceOf(Outcome.Rejected.class);
  }

  private NotificationService chat() {
    return service(
        "googlechat",
        "googlechat",
        "webhooks: {space: '" + peer.url("/v1/spaces/A/messages?key=k&token=t") + "'}");
  }
}
