package io.tocsin.controller.sync;

import io.tocsin.embedded.EmbeddedKubernetes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SyncOnEmbeddedApiTest extends SyncContract {
  private static EmbeddedKubernetes api;

  @BeforeAll
  static void start() {
    api = EmbeddedKubernetes.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Override
  String kubeconfig() {
    return api.kubeconfig();
  }
}
