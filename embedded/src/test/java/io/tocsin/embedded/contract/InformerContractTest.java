package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ClusterContract
class InformerContractTest {
  private final KubernetesClient client;
  private final String namespace;

  InformerContractTest(Cluster cluster) {
    client = cluster.client();
    namespace = cluster.newNamespace();
  }

  @Test
  void anInformerSeesWhatIsAddedUpdatedAndDeleted() {
    Recorder<ConfigMap> seen = new Recorder<>();
    var configMaps = client.configMaps().inNamespace(namespace);
    configMaps.resource(configMap("before", Map.of())).create();
    try (SharedIndexInformer<ConfigMap> informer = configMaps.inform(seen)) {
      await().until(() -> seen.has("+before"));
      var one = configMaps.resource(configMap("one", Map.of()));
      one.create();
      await().until(() -> seen.has("+one"));
      one.edit(map -> new ConfigMapBuilder(map).addToData("a", "2").build());
      await().until(() -> seen.has("~one"));
      one.delete();
      await().until(() -> seen.has("-one"));
      assertThat(informer.isWatching()).isTrue();
      assertThat(informer.getStore().listKeys()).contains(namespace + "/before");
    }
  }

  @Test
  void anInformerReadsItsListInPages() {
    var configMaps = client.configMaps().inNamespace(namespace);
    for (int i = 0; i < 7; i++) {
      configMaps.resource(configMap("map-" + i, Map.of("paged", "yes"))).create();
    }
    Recorder<ConfigMap> seen = new Recorder<>();
    var paged = configMaps.withLabel("paged", "yes").withLimit(3L);
    try (SharedIndexInformer<ConfigMap> informer = paged.inform(seen)) {
      await().until(() -> seen.has("+map-6"));
      assertThat(informer.getStore().list()).hasSize(7);
    }
  }

  @Test
  void anInformerWithASelectorSeesObjectsComeAndGoByTheirLabels() {
    Recorder<ConfigMap> seen = new Recorder<>();
    var configMaps = client.configMaps().inNamespace(namespace);
    var selected = configMaps.withLabelIn("team", "red", "blue");
    try (SharedIndexInformer<ConfigMap> informer = selected.inform(seen)) {
      var one = configMaps.resource(configMap("mover", Map.of("team", "red")));
      one.create();
      await().until(() -> seen.has("+mover"));
      one.edit(map -> labelled(map, "green"));
      await().until(() -> seen.has("-mover"));
      one.edit(map -> labelled(map, "blue"));
      await().until(() -> seen.count("+mover") == 2);
      assertThat(informer.isWatching()).isTrue();
    }
  }

  private static ConfigMap labelled(ConfigMap map, String team) {
    return new ConfigMapBuilder(map).editMetadata().addToLabels("team", team).endMetadata().build();
  }

  private static ConfigMap configMap(String name, Map<String, String> labels) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withLabels(labels)
        .endMetadata()
        .build();
  }
}
