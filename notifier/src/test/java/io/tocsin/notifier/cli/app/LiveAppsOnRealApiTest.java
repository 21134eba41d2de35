package io.tocsin.notifier.cli.app;

import io.tocsin.embedded.real.RealKubernetes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class LiveAppsOnRealApiTest extends LiveAppsContract {
  private static RealKubernetes api;

  @BeforeAll
  static void startCluster() {
    api = RealKubernetes.start(RealKubernetes.assets().orElseThrow());
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
