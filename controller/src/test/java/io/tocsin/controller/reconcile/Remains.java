package io.tocsin.controller.reconcile;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What tests before have left in a cluster. */
final class Remains {
  private static final Set<String> CLUSTERS_OWN =
      Set.of("default", "kube-system", "kube-public", "kube-node-lease");
  private static final Set<String> UNTOUCHED = Set.of("Event", "EndpointSlice", "Endpoints");

  private final KubernetesClient client;
  private final KubernetesCluster cluster;

  Remains(KubernetesClient client) {
    this.client = client;
    this.cluster = new KubernetesCluster(client);
  }

  /** Takes away all objects of namespaces that are not the cluster's own; Applications first. */
  void clear() {
    List<ResourceKind> kinds =
        cluster.discovery().watchable().stream()
            .filter(ResourceKind::namespaced)
            .filter(kind -> !UNTOUCHED.contains(kind.kind()))
            .sorted(Comparator.comparingInt(kind -> kind.kind().equals("Application") ? 0 : 1))
            .toList();
    for (ResourceKind kind : kinds) {
      client.genericKubernetesResources(kind.context()).inAnyNamespace().list().getItems().stream()
          .filter(each -> !CLUSTERS_OWN.contains(each.getMetadata().getNamespace()))
          .forEach(each -> delete(kind, each));
    }
  }

  private void delete(ResourceKind kind, GenericKubernetesResource object) {
    ObjectMeta metadata = object.getMetadata();
    var resource =
        client
            .genericKubernetesResources(kind.context())
            .inNamespace(metadata.getNamespace())
            .withName(metadata.getName());
    if (!metadata.getFinalizers().isEmpty()) {
      resource.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
    }
    resource.withGracePeriod(0).withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
  }
}
