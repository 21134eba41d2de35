package io.tocsin.controller.compare;

import static io.tocsin.controller.compare.Compared.difference;
import static io.tocsin.controller.compare.Compared.differs;
import static io.tocsin.controller.compare.Compared.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalizationTest {
  @Test
  void textsOfASecretAreItsDataNotEncoded() {
    String frame = "{apiVersion: v1, kind: Secret, metadata: {name: a}, %s}";

    assertThat(
            differs(
                frame.formatted("stringData: {x: hello}, data: {n: null}"),
                frame.formatted("data: {x: aGVsbG8=, n: ''}, type: Opaque")))
        .isFalse();
    assertThat(
            differs(
                frame.formatted("stringData: {x: hello}"), frame.formatted("data: {x: aGVsbA==}")))
        .isTrue();
  }

  @Test
  void aRoleWithoutRulesIsOneWithNone() {
    String frame =
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: a}, %s}";

    assertThat(differs(frame.formatted("rules: []"), frame.formatted("rules: null"))).isFalse();
  }

  @Test
  void rulesOfAnAggregatedRoleDoNotCountWhereThatIsSaid() {
    String frame =
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: a}, aggregationRule: {x: []}, rules: [%s]}";
    String live = frame.formatted("{verbs: [get]}");

    assertThat(differs(frame.formatted(""), live)).isTrue();
    assertThat(
            difference(
                    settings(Map.of("resource.compareoptions", "ignoreAggregatedRoles: true")),
                    frame.formatted(""),
                    live)
                .modified())
        .isFalse();
  }

  @Test
  void endpointsAreInNoOrder() {
    String frame = "{apiVersion: v1, kind: Endpoints, metadata: {name: a}, subsets: [%s]}";

    assertThat(
            differs(
                frame.formatted(
                    "{addresses: [{ip: 10.0.0.2}, {ip: 10.0.0.1}], ports: [{port: 80}]}"),
                frame.formatted(
                    "{addresses: [{ip: 10.0.0.1}, {ip: 10.0.0.2}], ports: [{port: 80, protocol: TCP}]}")))
        .isFalse();
  }

  @Test
  void theStatusDoesNotCountUnlessThatIsTurnedOff() {
    String target =
        "{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}, status: {phase: x}}";
    String live =
        "{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}, status: {phase: y}}";

    assertThat(differs(target, live)).isFalse();
    assertThat(
            difference(
                    settings(Map.of("resource.compareoptions", "ignoreResourceStatusField: none")),
                    target,
                    live)
                .modified())
        .isTrue();
  }

  @Test
  void namespacesVersionsAndTimesOfCreationDoNotCount() {
    assertThat(
            differs(
                "{apiVersion: networking.k8s.io/v1beta1, kind: Ingress, metadata: {name: a, creationTimestamp: null}}",
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a, namespace: ns, creationTimestamp: '2026-01-01T00:00:00Z', managedFields: []}}"))
        .isFalse();
  }
}
