package io.tocsin.services.pagerduty;

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

final class PagerDutyServiceTest {
  private final Peer peer = Peer.start();

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void makesAnIncident() {
    peer.answers(201, "{}");
    NotificationService pagerduty =
        service(
            "pagerduty",
            "pagerduty",
            "{token: t0k, from: user@example.com, apiURL: '" + peer.root() + "'}");

    assertThat(
            send(
                pagerduty,
                render(
                    """
                    pagerduty:
                      title: "{{.app.metadata.name}} is on fire"
                      urgency: high
                      body: A disk is getting full
                      priorityID: P53ZZH5
                    """),
                "pagerduty:PWIXJZS"))
        .isEqualTo(new Outcome.Delivered());
    assertThat(peer.received())
        .isEqualTo(
            """
            POST /incidents HTTP/1.1
            Accept: application/vnd.pagerduty+json;version=2
            Content-Type: application/json
            From: user@example.com
            Authorization: Token token=t0k

            {"incident":{"type":"incident","title":"guestbook is on fire",\
            "service":{"id":"PWIXJZS","type":"service_reference"},\
            "priority":{"id":"P53ZZH5","type":"priority_reference"},"urgency":"high",\
            "body":{"type":"incident_body","details":"A disk is getting full"}}}\
            """);
  }

  @Test
  void triggersAnEvent() {
    peer.answers(202, "{\"status\":\"success\"}").answers(202, "{}");
    NotificationService events =
        service(
            "pagerdutyv2",
            "pagerdutyv2",
            "{serviceKeys: {my-service: samplekey}, apiURL: '" + peer.root() + "'}");

    send(
        events,
        render(
            """
            pagerdutyv2:
              summary: "{{.app.metadata.name}} is aborted."
              severity: critical
              source: "{{.app.metadata.name}}"
              component: postgres
              group: prod
              class: deploy
              url: https://argocd
              dedupKey: key
            """),
        "pagerdutyv2:my-service");
    send(events, message("m"), "pagerdutyv2:my-service");

    assertThat(peer.received())
        .isEqualTo(
            """
            POST /v2/enqueue HTTP/1.1
            Content-Type: application/json

            {"routing_key":"samplekey","event_action":"trigger","dedup_key":"key",\
            "client":"ArgoCD","client_url":"https://argocd","payload":{\
            "summary":"guestbook is aborted.","source":"guestbook","severity":"critical",\
            "component":"postgres","group":"prod","class":"deploy"}}\
            """);
    assertThat(peer.received())
        .endsWith("\"payload\":{\"summary\":\"m\",\"source\":\"argocd\",\"severity\":\"info\"}}");
  }

  @Test
  void knowsNoOtherService() {
    NotificationService events =
        service("pagerdutyv2", "pagerdutyv2", "serviceKeys: {my-service: samplekey}");

    assertThat(send(events, message("m"), "pagerdutyv2:other"))
        .isEqualTo(new Outcome.Rejected("pagerdutyv2 has no service key for the recipient other"));
  }
}
