package io.tocsin.notifier.cli.app;

import io.tocsin.embedded.EmbeddedKubernetes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LiveAppsOnEmbeddedApiTest extends LiveAppsContract {
  private static EmbeddedKubernetes api;

  @BeforeAll
  static void startCluster() {
    api = EmbeddedKubernetes.start();
  }

  @AfterAll
  static void stopCluster() {
    api.close();
  }

  @Override
  String kubeconfig() {
    return api.kubeconfig();
  }
}
