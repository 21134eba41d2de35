package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.embedded.real.RealKubernetes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class ResourcesOnRealApiTest extends ResourcesContract {
  private static RealKubernetes api;

  @BeforeAll
  static void start() {
    api = RealKubernetes.start(RealKubernetes.assets().orElseThrow());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Override
  KubernetesClient client() {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(api.kubeconfig()))
        .build();
  }
}
