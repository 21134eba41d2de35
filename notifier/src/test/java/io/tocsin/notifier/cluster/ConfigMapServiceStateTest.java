package io.tocsin.notifier.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.embedded.EmbeddedKubernetes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigMapServiceStateTest {
  private EmbeddedKubernetes api;
  private KubernetesClient client;

  @BeforeEach
  void start() {
    api = EmbeddedKubernetes.start();
    client =
        new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(api.kubeconfig())).build();
  }

  @AfterEach
  void stop() {
    client.close();
    api.close();
  }

  @Test
  void whatAServiceRemembersIsThereAfterARestart() {
    try (ConfigMapServiceState before = state()) {
      assertThat(before.get("thread")).isEmpty();
      before.put("thread", "1");
      before.put("thread", "2");
      before.put("other", "x");
    }

    try (ConfigMapServiceState after = state()) {
      assertThat(after.get("thread")).contains("2");
      assertThat(after.get("other")).contains("x");
    }
  }

  @Test
  void theOldestIsForgottenFirst() {
    try (ConfigMapServiceState before = state()) {
      for (int i = 0; i <= ConfigMapServiceState.MOST; i++) {
        before.put("k" + i, "v");
      }
    }

    try (ConfigMapServiceState after = state()) {
      assertThat(after.get("k0")).isEmpty();
      assertThat(after.get("k1")).contains("v");
      assertThat(after.get("k" + ConfigMapServiceState.MOST)).contains("v");
    }
  }

  private ConfigMapServiceState state() {
    return new ConfigMapServiceState(client, "default");
  }
}
