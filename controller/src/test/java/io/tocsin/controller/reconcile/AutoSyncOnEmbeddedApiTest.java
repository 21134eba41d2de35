package io.tocsin.controller.reconcile;

import io.tocsin.embedded.EmbeddedKubernetes;

class AutoSyncOnEmbeddedApiTest extends AutoSyncContract {
  private final EmbeddedKubernetes api = EmbeddedKubernetes.start();

  @Override
  String kubeconfig() {
    return api.kubeconfig();
  }

  @Override
  void stopCluster() {
    api.close();
  }
}
