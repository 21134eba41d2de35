package io.tocsin.services.teams;

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

final class TeamsServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void postsAMessageCard() {
    peer.answers(200, "1");

    assertThat(
            send(
                teams(),
                render(
                    """
                    message: m
                    teams:
                      title: "{{.app.metadata.name}}"
                      themeColor: "#18be52"
                      facts: '[{"name": "Sync", "value": "{{.app.status.sync.status}}"}]'
                      potentialAction: '[{"@type": "OpenUri", "name": "Open"}]'
                    """),
                "teams:ops"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /hook HTTP/1.1
            Content-Type: application/json

            {"@type":"MessageCard","@context":"https://schema.org/extensions","title":"guestbook",\
            "text":"m","themeColor":"#18be52",\
            "potentialAction":[{"@type":"OpenUri","name":"Open"}],\
            "sections":[{"facts":[{"name":"Sync","value":"Synced"}]}]}\
            """);
  }

  @Test
  void postsAWholeTemplateAsItIs() {
    peer.answers(200, "1");

    send(teams(), render("teams: {template: '{ \"a\" : 1 }'}"), "teams:ops");

    assertThat(peer.received()).endsWith("\n\n{ \"a\" : 1 }");
  }

  @Test
  void anEmptyTextOfALaterTemplateLeavesTheEarlierOne() {
    peer.answers(200, "1");

    send(teams(), render("teams: {title: t, text: a}", "teams: {text: b, title: ''}"), "teams:ops");

    assertThat(peer.received()).contains("\"title\":\"t\",\"text\":\"b\"");
  }

  @Test
  void seesAFailureInA200Answer() {
    peer.answers(200, "Bad payload received by generic incoming webhook.")
        .answers(
            200,
            "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP"
                + " error 429");

    assertThat(send(teams(), message("x"), "teams:ops")).isInstanceOf(Outcome.Rejected.class);
    assertThat(send(teams(), message("x"), "teams:ops")).isInstanceOf(Outcome.Retryable.class);
    assertThat(send(teams(), message("x"), "teams:dev"))
        .isEqualTo(new Outcome.Rejected("teams has no webhook for the recipient dev"));
  }

  private NotificationService teams() {
    return service("teams", "teams", "recipientUrls: {ops: '" + peer.url("/hook") + "'}");
  }
}
