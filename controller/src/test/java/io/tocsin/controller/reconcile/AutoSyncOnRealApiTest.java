package io.tocsin.controller.reconcile;

import io.tocsin.embedded.real.RealKubernetes;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class AutoSyncOnRealApiTest extends AutoSyncContract {
  private RealKubernetes api;

  @Override
  String kubeconfig() {
    api = RealKubernetes.start(Path.of(System.getenv("KUBEBUILDER_ASSETS")));
    return api.kubeconfig();
  }

  @Override
  void stopCluster() {
    api.close();
  }
}
