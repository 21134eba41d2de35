package io.tocsin.services.teams;

import static io.tocsin.services.testing.Sending.render;
import static io.tocsin.services.testing.Sending.send;
import static io.tocsin.services.testing.Sending.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.services.NotificationService;
import io.tocsin.services.Outcome;
import io.tocsin.services.testing.Peer;
import io.tocsin.services.testing.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TeamsWorkflowsServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void makesAnAdaptiveCardOfTheFieldsOfAMessageCard() {
    peer.answers(202, "");

    assertThat(
            send(
                workflows(),
                render(
                    """
                    message: m
                    teams-workflows:
                      title: t
                      themeColor: Good
                      facts: '[{"name": "a", "value": 1}]'
                      sections: '[{"facts": [{"name": "b", "value": "c"}]}]'
                      potentialAction: '[{"@type": "OpenUri", "name": "Open", "targets": [{"os": "default", "uri": "https://a"}]}]'
                    """),
                "teams-workflows:ops"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /workflows HTTP/1.1
            Content-Type: application/json

            {"type":"message","attachments":[{\
            "contentType":"application/vnd.microsoft.card.adaptive","content":{\
            "type":"AdaptiveCard","version":"1.4","body":[\
            {"type":"TextBlock","text":"t","size":"Large","weight":"Bolder","color":"Good","wrap":true},\
            {"type":"TextBlock","text":"m","wrap":true},\
            {"type":"FactSet","facts":[{"title":"a","value":"1"}]},\
            {"type":"FactSet","facts":[{"title":"b","value":"c"}]}],\
            "actions":[{"type":"Action.OpenUrl","title":"Open","url":"https://a"}]}}]}\
            """);
  }

  @Test
  void keepsACardOfTheTemplatesOwnWhole() {
    peer.answers(202, "");

    send(
        workflows(),
        render(
            "teams-workflows: {adaptiveCard: '{\"type\":\"AdaptiveCard\",\"x\":[{\"y\":1.5}]}'}"),
        "teams-workflows:ops");

    assertThat(peer.received())
        .endsWith("\"content\":{\"type\":\"AdaptiveCard\",\"x\":[{\"y\":1.5}]}}]}");
  }

  @Test
  void wantsHttps() {
    assertThat(
            Sending.read(
                    "teams-workflows", "teams-workflows", "recipientUrls: {ops: 'http://a.com/x'}")
                .errors())
        .containsExactly("service.teams-workflows: recipientUrls.ops must begin with https://");
  }

  private NotificationService workflows() {
    return service(
        "teams-workflows",
        "teams-workflows",
        "recipientUrls: {ops: '" + peer.url("/workflows") + "'}");
  }
}
