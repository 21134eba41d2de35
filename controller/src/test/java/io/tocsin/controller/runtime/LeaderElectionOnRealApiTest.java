package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.embedded.real.RealKubernetes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class LeaderElectionOnRealApiTest extends LeaderElectionContract {
  private static RealKubernetes api;

  @BeforeAll
  static void startServer() {
    api = RealKubernetes.start(RealKubernetes.assets().orElseThrow());
  }

  @AfterAll
  static void stopServer() {
    api.close();
  }

  @Override
  KubernetesClient client() {
    return Clients.of(api.kubeconfig());
  }
}
