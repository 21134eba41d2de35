package io.tocsin.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@ClusterContract
class LeaderElectionContractTest {
  private final Cluster cluster;
  private final String namespace;

  LeaderElectionContractTest(Cluster cluster) {
    this.cluster = cluster;
    this.namespace = cluster.newNamespace();
  }

  @Test
  void oneOfTwoLeadsAndTheOtherTakesOver() {
    List<String> leaders = new CopyOnWriteArrayList<>();
    var first = elector("one", leaders).start();
    await().until(() -> leaders.equals(List.of("one")));
    var second = elector("two", leaders).start();
    String holder =
        cluster
            .client()
            .leases()
            .inNamespace(namespace)
            .withName("lock")
            .get()
            .getSpec()
            .getHolderIdentity();
    assertThat(holder).isEqualTo("one");
    first.cancel(true);
    await().atMost(Duration.ofSeconds(20)).until(() -> leaders.equals(List.of("one", "two")));
    second.cancel(true);
  }

  private LeaderElector elector(String name, List<String> leaders) {
    var config =
        new LeaderElectionConfigBuilder()
            .withName(name)
            .withLock(new LeaseLock(namespace, "lock", name))
            .withLeaseDuration(Duration.ofSeconds(3))
            .withRenewDeadline(Duration.ofSeconds(2))
            .withRetryPeriod(Duration.ofMillis(300))
            .withReleaseOnCancel(true)
            .withLeaderCallbacks(
                new LeaderCallbacks(() -> leaders.add(name), () -> {}, leader -> {}))
            .build();
    return cluster.client().leaderElector().withConfig(config).build();
  }
}
