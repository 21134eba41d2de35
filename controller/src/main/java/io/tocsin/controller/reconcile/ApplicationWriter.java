package io.tocsin.controller.reconcile;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.tree.Documents;
import java.util.Map;

/** The one place where Applications are written. Thread-safe. */
final class ApplicationWriter {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final KubernetesClient client;

  ApplicationWriter(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Writes a merge patch.
   *
   * @return the Application as it is now
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the server refuses: 404
   *     where there is no such Application any more, 409 where it was changed meanwhile
   */
  KubeObject write(ObjectKey key, Map<String, Object> patch) {
    return KubeObjects.of(
        client
            .genericKubernetesResources(ResourceKind.APPLICATION.context())
            .inNamespace(key.namespace())
            .withName(key.name())
            .patch(MERGE, Documents.compact(patch)));
  }
}
