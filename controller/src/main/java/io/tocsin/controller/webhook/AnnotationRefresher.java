package io.tocsin.controller.webhook;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the annotation {@code argocd.argoproj.io/refresh: normal}. */
public record AnnotationRefresher(KubernetesClient client) implements Refresher {
  private static final Logger log = LoggerFactory.getLogger(AnnotationRefresher.class);
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final String PATCH =
      "{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/refresh\":\"normal\"}}}";

  @Override
  public void refresh(ObjectKey application) {
    try {
      client
          .genericKubernetesResources(ResourceKind.APPLICATION.context())
          .inNamespace(application.namespace())
          .withName(application.name())
          .patch(MERGE, PATCH);
    } catch (KubernetesClientException e) {
      log.warn("Application {} could not be refreshed: {}", application, e.getMessage());
    }
  }
}
