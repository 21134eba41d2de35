package io.tocsin.services.rocketchat;

import static io.tocsin.services.testing.Sending.message;
import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.options.Validated;
import io.tocsin.services.testing.Peer;
import io.tocsin.services.testing.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RocketChatServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  private static final String LOGIN =
      "{\"status\":\"success\",\"data\":{\"userId\":\"u1\",\"authToken\":\"a1\"}}";

  @Test
  void anAvatarThatIsNoUrlIsLeftOut() {
    Validated<NotificationService> read =
        Sending.read(
            "rocketchat",
            "rocketchat",
            "{serverUrl: 'https://chat', email: me@example.com, password: pa55, avatar: me.png}");

    assertThat(read.errors()).isEmpty();
    assertThat(read.warnings())
        .containsExactly("service.rocketchat: avatar is no URL and is left out");
  }

  @Test
  void logsInOnceAndPosts() {
    peer.answersJson(LOGIN).answersJson("{\"success\":true}").answersJson("{\"success\":true}");
    NotificationService chat = chat();

    assertThat(
            send(
                chat,
                render("message: m\nrocketchat: {attachments: '[{\"title\":\"t\"}]'}"),
                "rocketchat:#general"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(send(chat, message("n"), "rocketchat:room1")).isEqualTo(new Outcome.Delivered());

    assertThat(peer.received())
        .isEqualTo(
            """
            POST /api/v1/login HTTP/1.1
            Content-Type: application/json

            {"user":"me@example.com","password":"pa55"}\
            """);
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /api/v1/chat.postMessage HTTP/1.1
            Content-Type: application/json
            X-Auth-Token: a1
            X-User-Id: u1

            {"alias":"Argo","text":"m","channel":"#general","emoji":":rocket:",\
            "attachments":[{"title":"t"}]}\
            """);
    assertThat(peer.received()).contains("\"roomId\":\"room1\"");
  }

  @Test
  void logsInAgainWhereTheSessionIsOver() {
    peer.answersJson(LOGIN).answers(401, "{}").answersJson(LOGIN).answersJson("{\"success\":true}");

    assertThat(send(chat(), message("n"), "rocketchat:@me")).isEqualTo(new Outcome.Delivered());
  }

  @Test
  void failsWhereTheAnswerSaysSo() {
    peer.answersJson(LOGIN).answersJson("{\"success\":false,\"error\":\"error-room-not-found\"}");

    assertThat(send(chat(), message("n"), "rocketchat:#x").toString())
        .contains("error-room-not-found");
  }

  private NotificationService chat() {
    return service(
        "rocketchat",
        "rocketchat",
        "{serverUrl: '%s', email: me@example.com, password: pa55, alias: Argo, icon: ':rocket:'}"
            .formatted(peer.url("/")));
  }
}
