package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.embedded.contract.Wire.Answer;
import org.junit.jupiter.api.Test;

@ClusterContract
class ScaleContractTest {
  private final Wire wire;
  private final String namespace;
  private final String path;

  ScaleContractTest(Cluster cluster) {
    wire = cluster.wire();
    namespace = cluster.newNamespace();
    path = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
  }

  @Test
  void aDeploymentIsScaledByItsSubresource() {
    wire.post(path, Objects.deployment("d", 2));

    Answer scale = wire.get(path + "/d/scale");
    assertThat(scale.at("kind")).isEqualTo("Scale");
    assertThat(scale.at("apiVersion")).isEqualTo("autoscaling/v1");
    assertThat(scale.at("spec.replicas")).isEqualTo("2");
    assertThat(scale.at("status.selector")).isEqualTo("app=d");
    Answer scaled =
        wire.patch(path + "/d/scale", "merge-patch+json", "{\"spec\":{\"replicas\":5}}");
    assertThat(scaled.at("spec.replicas")).isEqualTo("5");
    Answer deployment = wire.get(path + "/d");
    assertThat(deployment.at("spec.replicas")).isEqualTo("5");
    assertThat(deployment.at("metadata.generation")).isEqualTo("2");
  }

  @Test
  void aScaleOfAnOldVersionConflicts() {
    wire.post(path, Objects.deployment("d", 2));
    String body =
        """
        {"apiVersion":"autoscaling/v1","kind":"Scale",
         "metadata":{"name":"d","namespace":"%s","resourceVersion":"1"},"spec":{"replicas":3}}
        """
            .formatted(namespace);

    assertThat(wire.put(path + "/d/scale", body).code()).isEqualTo(409);
    assertThat(wire.put(path + "/d/scale", body.replace(",\"resourceVersion\":\"1\"", "")).code())
        .isEqualTo(200);
  }
}
