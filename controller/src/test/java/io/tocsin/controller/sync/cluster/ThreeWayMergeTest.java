package io.tocsin.controller.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObjects;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ThreeWayMergeTest {
  private static final String CONTAINER = "{spec: {template: {spec: {containers: [%s]}}}}";

  @Test
  void fieldsGoThatWereSaidBeforeAndOthersStay() {
    assertThat(
            merged(
                "{data: {a: 1, b: 2}}", "{data: {a: 3}}", "{data: {a: 1, b: 2, c: 4}, x: {y: 1}}"))
        .isEqualTo(yaml("{data: {a: 3, c: 4}, x: {y: 1}}"));
  }

  @Test
  void aNullTakesAway() {
    assertThat(merged("{}", "{spec: {a: null, b: {c: null}}}", "{spec: {a: 1}}"))
        .isEqualTo(yaml("{spec: {b: {}}}"));
  }

  @Test
  void environmentVariablesAreToldApartByName() {
    assertThat(
            merged(
                CONTAINER.formatted(
                    "{name: main, env: [{name: A, value: 1}, {name: B, value: 2}]}"),
                CONTAINER.formatted("{name: main, env: [{name: B, value: 3}]}"),
                CONTAINER.formatted(
                    "{name: main, pulled: yes, env: [{name: A, value: 1}, {name: B, value: 2},"
                        + " {name: C, value: 9}]}")))
        .isEqualTo(
            yaml(
                CONTAINER.formatted(
                    "{name: main, pulled: yes, env: [{name: B, value: 3}, {name: C, value:"
                        + " 9}]}")));
  }

  @Test
  void whatOthersInsertedKeepsItsPlace() {
    assertThat(
            merged(
                CONTAINER.formatted("{name: a}, {name: b}"),
                CONTAINER.formatted("{name: a}, {name: b}"),
                CONTAINER.formatted("{name: proxy}, {name: a}, {name: log}, {name: b}")))
        .isEqualTo(yaml(CONTAINER.formatted("{name: proxy}, {name: a}, {name: log}, {name: b}")));
  }

  @Test
  void portsOfOneNumberAreToldApartByTheirProtocol() {
    String ports = CONTAINER.formatted("{name: dns, ports: [%s]}");
    assertThat(
            merged(
                "{}",
                ports.formatted("{containerPort: 53, protocol: UDP}, {containerPort: 53}"),
                ports.formatted("{containerPort: 53, protocol: TCP, name: theirs}")))
        .isEqualTo(
            yaml(
                ports.formatted(
                    "{containerPort: 53, protocol: UDP}, {containerPort: 53, protocol: TCP, name:"
                        + " theirs}")));
  }

  @Test
  void elementsThatCannotBeToldApartAreTakenAsWritten() {
    String twice =
        CONTAINER.formatted("{name: a, env: [{name: X, value: 1}, {name: X, value: 2}]}");

    assertThat(merged("{}", twice, CONTAINER.formatted("{name: a, env: [{name: X, value: 0}]}")))
        .isEqualTo(yaml(twice));
  }

  @Test
  void aVolumeThatChangesItsTypeKeepsNothingOfTheOldOne() {
    String volumes = "{spec: {volumes: [%s]}}";
    assertThat(
            merged(
                "{}",
                volumes.formatted("{name: data, emptyDir: {}}"),
                volumes.formatted("{name: data, hostPath: {path: /x}}")))
        .isEqualTo(yaml(volumes.formatted("{name: data, emptyDir: {}}")));
  }

  @Test
  void finalizersAreASetAndOtherListsAreWholes() {
    assertThat(
            merged(
                "{metadata: {finalizers: [old]}}",
                "{metadata: {finalizers: [ours]}, args: [a]}",
                "{metadata: {finalizers: [old, theirs]}, args: [a, b]}"))
        .isEqualTo(yaml("{metadata: {finalizers: [theirs, ours]}, args: [a]}"));
  }

  @Test
  void listsOfCustomKindsAreWholes() {
    ThreeWayMerge merge = new ThreeWayMerge(MergeRules.of("example.com"), "Widget");

    assertThat(
            merge.merge(
                Map.of(),
                yaml("{spec: {containers: [{name: a}]}}"),
                yaml("{spec: {containers: [{name: b}]}}")))
        .isEqualTo(yaml("{spec: {containers: [{name: a}]}}"));
  }

  private static Map<String, Object> merged(String last, String target, String live) {
    return new ThreeWayMerge(MergeRules.of("apps"), "Deployment")
        .merge(yaml(last), yaml(target), yaml(live));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> yaml(String text) {
    return (Map<String, Object>)
        KubeObjects.numbers(
            new YAMLMapper().readValue(text, new TypeReference<Map<String, Object>>() {}));
  }
}
