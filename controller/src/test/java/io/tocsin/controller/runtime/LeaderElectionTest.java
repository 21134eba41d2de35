package io.tocsin.controller.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.embedded.EmbeddedKubernetes;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LeaderElectionTest extends LeaderElectionContract {
  private static final EmbeddedKubernetes API = EmbeddedKubernetes.start();

  @AfterAll
  static void stopServer() {
    API.close();
  }

  @Override
  KubernetesClient client() {
    return Clients.at(API.uri());
  }

  @Test
  void whileTheServerIsFrozenTheLeaderStopsThoughItsRequestHangs() {
    Candidate leader = leader();

    API.freeze();
    try {
      await().until(() -> leader.turns().equals(List.of("start", "stop")));
      assertThat(leaders()).isZero();
    } finally {
      API.unfreeze();
    }

    await().until(() -> leaders() == 1);
  }
}
