package io.tocsin.controller.compare;

import static io.tocsin.controller.compare.Compared.settings;
import static io.tocsin.controller.customization.Manifests.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.application.IgnoreDifference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IgnoredValuesTest {
  private static final String FRAME =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {%s}}";

  @Test
  void anIgnoredFieldIsAppliedAsItIs() {
    assertThat(
            kept(List.of("/spec/replicas"), List.of(), "replicas: 1, paused: true", "replicas: 5"))
        .hasToString("{paused=true, replicas=5}");
    assertThat(kept(List.of("/spec/replicas"), List.of(), "paused: true", "replicas: 5"))
        .hasToString("{paused=true, replicas=5}");
  }

  @Test
  void anIgnoredFieldThatIsNotThereIsNotApplied() {
    assertThat(
            kept(List.of("/spec/replicas"), List.of(), "replicas: 1, paused: true", "paused: true"))
        .hasToString("{paused=true}");
  }

  @Test
  void anIgnoredFieldOfAContainerIsFoundByItsName() {
    assertThat(
            kept(
                List.of(),
                List.of(".spec.template.spec.containers[] | select(.name == \"b\") | .image"),
                "template: {spec: {containers: [{name: b, image: old}, {name: a, image: x}]}}",
                "template: {spec: {containers: [{name: a, image: y}, {name: b, image: new}]}}"))
        .hasToString("{template={spec={containers=[{name=b, image=new}, {name=a, image=x}]}}}");
  }

  @Test
  void anIgnoredContainerIsKeptAsAWhole() {
    assertThat(
            kept(
                List.of(),
                List.of(".spec.template.spec.containers[] | select(.name == \"side\")"),
                "template: {spec: {containers: [{name: a, image: x}]}}",
                "template: {spec: {containers: [{name: a, image: y}, {name: side, image: z}]}}"))
        .hasToString("{template={spec={containers=[{name=a, image=x}, {name=side, image=z}]}}}");
  }

  @Test
  void theStatusIsNeverTakenOver() {
    IgnoredValues values = new IgnoredValues(settings());

    assertThat(
            values
                .keep(
                    object("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {x: y}}"),
                    object(
                        "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {x: z}, status: {p: q}}"))
                .content())
        .isEqualTo(
            object("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {x: y}}").content());
  }

  @Test
  void fieldsOfATrustedManagerAreAppliedAsTheyAre() {
    IgnoreDifference trusted =
        new IgnoreDifference("*", "*", "", "", List.of(), List.of(), List.of("hpa"));

    assertThat(
            new IgnoredValues(settings(Map.of(), trusted))
                .keep(
                    object(FRAME.formatted("replicas: 1")),
                    object(
                        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, managedFields: [{manager: hpa, operation: Update, fieldsV1: {f:spec: {f:replicas: {}}}}]}, spec: {replicas: 5}}"))
                .at("spec", "replicas"))
        .isEqualTo(5L);
  }

  private static Object kept(
      List<String> pointers, List<String> expressions, String target, String live) {
    IgnoreDifference rule =
        new IgnoreDifference("apps", "Deployment", "", "", pointers, expressions, List.of());
    return new IgnoredValues(settings(Map.of(), rule))
        .keep(object(FRAME.formatted(target)), object(FRAME.formatted(live)))
        .at("spec");
  }
}
