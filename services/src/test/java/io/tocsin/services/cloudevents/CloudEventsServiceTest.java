package io.tocsin.services.cloudevents;

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

final class CloudEventsServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  private static final String TEMPLATE =
      """
      cloudevents:
        id: A234-1234-1234
        type: com.example.deployed
        subject: "{{.app.metadata.name}}"
        data: '{"appinfoA": "abc", "n": 123}'
        extensions: {comexampleextension: "wert ü"}
      """;

  @Test
  void sendsAStructuredEvent() {
    peer.answers(202, "");

    assertThat(send(events(""), render(TEMPLATE), "cloudevents"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /events HTTP/1.1
            X-Token: t0k
            Content-Type: application/cloudevents+json

            {"specversion":"1.0","id":"A234-1234-1234","source":"/argocd",\
            "type":"com.example.deployed","subject":"guestbook","time":"2026-01-02T03:04:05Z",\
            "comexampleextension":"wert ü","datacontenttype":"application/json",\
            "data":{"appinfoA":"abc","n":123}}\
            """);
  }

  @Test
  void sendsABinaryEvent() {
    peer.answers(202, "");

    send(events("mode: binary"), render(TEMPLATE), "cloudevents");

    assertThat(peer.received())
        .isEqualTo(
            """
            POST /events HTTP/1.1
            X-Token: t0k
            Content-Type: application/json
            ce-specversion: 1.0
            ce-id: A234-1234-1234
            ce-source: /argocd
            ce-type: com.example.deployed
            ce-subject: guestbook
            ce-time: 2026-01-02T03:04:05Z
            ce-comexampleextension: wert%20%C3%BC

            {"appinfoA": "abc", "n": 123}\
            """);
  }

  @Test
  void makesAnEventOfAMessageAlone() {
    peer.answers(202, "");

    send(events(""), message("hello"), "cloudevents");

    assertThat(peer.received())
        .contains("\"type\":\"io.argoproj.notification\"")
        .endsWith("\"data\":{\"message\":\"hello\"}}");
  }

  private NotificationService events(String more) {
    return service(
        "cloudevents",
        "cloudevents",
        "url: " + peer.url("/events") + "\nheaders: {X-Token: t0k}\n" + more);
  }
}
