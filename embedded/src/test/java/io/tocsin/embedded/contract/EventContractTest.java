package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import org.junit.jupiter.api.Test;

/** Events, which two groups show in two forms. */
@ClusterContract
class EventContractTest {
  private final Wire wire;
  private final String core;
  private final String grouped;
  private final String namespace;

  EventContractTest(Cluster cluster) {
    wire = cluster.wire();
    namespace = cluster.newNamespace();
    core = "/api/v1/namespaces/" + namespace + "/events";
    grouped = "/apis/events.k8s.io/v1/namespaces/" + namespace + "/events";
  }

  @Test
  void anEventOfTheNewGroupIsSeenInTheOld() {
    Answer created =
        wire.post(
            grouped,
            """
            {"metadata":{"name":"new"},"eventTime":"2026-01-02T03:04:05.000000Z",
             "reportingController":"tocsin","reportingInstance":"tocsin-1","action":"Notify",
             "reason":"Sent","type":"Normal","note":"told the team",
             "regarding":{"kind":"ConfigMap","name":"cm","namespace":"%s"}}
            """
                .formatted(namespace));

    assertThat(created.code()).as(created.text()).isEqualTo(201);
    assertThat(created.at("apiVersion")).isEqualTo("events.k8s.io/v1");
    assertThat(created.at("note")).isEqualTo("told the team");
    Answer old = wire.get(core + "/new");
    assertThat(old.at("apiVersion")).isEqualTo("v1");
    assertThat(old.at("message")).isEqualTo("told the team");
    assertThat(old.at("involvedObject.name")).isEqualTo("cm");
    assertThat(old.at("reportingComponent")).isEqualTo("tocsin");
  }

  @Test
  void anEventOfTheOldGroupIsSeenInTheNew() {
    wire.post(
        core,
        """
        {"metadata":{"name":"old"},"reason":"Failed","type":"Warning","message":"no such key",
         "count":2,"source":{"component":"tocsin"},
         "involvedObject":{"kind":"Application","name":"guestbook","namespace":"%s"}}
        """
            .formatted(namespace));

    Answer seen = wire.get(grouped + "/old");
    assertThat(seen.at("apiVersion")).isEqualTo("events.k8s.io/v1");
    assertThat(seen.at("note")).isEqualTo("no such key");
    assertThat(seen.at("regarding.name")).isEqualTo("guestbook");
    assertThat(seen.at("deprecatedCount")).isEqualTo("2");
    assertThat(seen.at("deprecatedSource.component")).isEqualTo("tocsin");
    assertThat(wire.get(core + "?fieldSelector=involvedObject.name%3Dguestbook").names())
        .containsExactly("old");
    assertThat(wire.get(core + "?fieldSelector=type%3DNormal").names()).isEmpty();
  }
}
