package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class InformerContractTest {
  @Test
  void anInformerSeesWhatIsAddedUpdatedAndDeleted() {
    try (Cluster cluster = Cluster.embedded()) {
      List<String> seen = new CopyOnWriteArrayList<>();
      try (SharedIndexInformer<ConfigMap> informer =
          cluster.client().configMaps().inNamespace("default").inform(recorder(seen))) {
        var one = cluster.client().configMaps().inNamespace("default").resource(configMap("one"));
        one.create();
        await().until(() -> seen.contains("+one"));
        one.edit(map -> new ConfigMapBuilder(map).addToData("a", "2").build());
        await().until(() -> seen.contains("~one"));
        one.delete();
        await().until(() -> seen.contains("-one"));
        assertThat(informer.isWatching()).isTrue();
      }
    }
  }

  private static ConfigMap configMap(String name) {
    return new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata().build();
  }

  private static ResourceEventHandler<ConfigMap> recorder(List<String> seen) {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(ConfigMap object) {
        seen.add("+" + object.getMetadata().getName());
      }

      @Override
      public void onUpdate(ConfigMap before, ConfigMap after) {
        seen.add("~" + after.getMetadata().getName());
      }

      @Override
      public void onDelete(ConfigMap object, boolean stateUnknown) {
        seen.add("-" + object.getMetadata().getName());
      }
    };
  }
}
