package io.tocsin.controller.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.controller.application.Phase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A namespace of its own for each test, in a cluster of any make. */
abstract class InCluster {
  static final String BACKGROUND = "syncOptions: [PrunePropagationPolicy=background]";
  KubernetesClient client;
  World world;

  abstract String kubeconfig();

  @BeforeEach
  void connect() {
    client = new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig())).build();
    world = new World(client, "w" + UUID.randomUUID().toString().substring(0, 8)).withNamespace();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  void is(SyncStep step, Phase phase, String message) {
    assertThat(List.of(step.progress().phase(), step.progress().message()))
        .as(() -> String.join("\n", world.results()))
        .containsExactly(phase, message);
  }
}
