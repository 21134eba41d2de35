package io.tocsin.controller.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.sync.Yamls;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptDifferencesTest {
  @Test
  void anIgnoredFieldStaysAsItIsInTheCluster() {
    KubeObject target = deployment("replicas: 1, paused: true", "image: ui:2");
    KubeObject live = deployment("replicas: 7, paused: false", "image: ui:1");

    assertThat(kept(target, live))
        .isEqualTo(deployment("replicas: 7, paused: true", "image: ui:2"));
  }

  @Test
  void oneThatIsNotInTheClusterIsNotSet() {
    KubeObject live = deployment("paused: true", "image: ui:1");

    assertThat(kept(deployment("replicas: 1, paused: true", "image: ui:2"), live))
        .isEqualTo(deployment("paused: true", "image: ui:2"));
  }

  @Test
  void fieldsOfContainersAreFoundByTheirNames() {
    KubeObject target = deployment("paused: true", "image: ui:2");
    KubeObject live = deployment("paused: true", "image: ui:1, resources: {cpu: 2}}, {name: proxy");

    assertThat(kept(target, live))
        .isEqualTo(deployment("paused: true", "image: ui:2, resources: {cpu: 2}"));
  }

  private static KubeObject kept(KubeObject target, KubeObject live) {
    return KeptDifferences.in(target, live, KeptDifferencesTest::normalized);
  }

  /** Leaves out the number of replicas and the resources of the first container. */
  private static KubeObject normalized(KubeObject object) {
    Map<String, Object> spec = new LinkedHashMap<>(map(object.at("spec")));
    spec.remove("replicas");
    spec.put(
        "containers",
        object.list("spec", "containers").stream()
            .map(
                each -> {
                  Map<String, Object> container = new LinkedHashMap<>(map(each));
                  container.remove("resources");
                  return container;
                })
            .toList());
    Map<String, Object> content = new LinkedHashMap<>(object.content());
    content.put("spec", spec);
    return new KubeObject(content);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static KubeObject deployment(String spec, String container) {
    return Yamls.object(
        "{apiVersion: apps/v1, kind: Deployment, spec: {%s, containers: [{name: main, %s}]}}"
            .formatted(spec, container));
  }
}
