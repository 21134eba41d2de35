package io.tocsin.controller.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class LeaderElectionContract {
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Duration RENEW = Duration.ofMillis(1500);
  private static final Duration RETRY = Duration.ofMillis(300);

  private final String name = "tocsin-" + UUID.randomUUID();
  private List<Candidate> candidates;

  abstract KubernetesClient client();

  @BeforeEach
  void contend() {
    candidates = Stream.of("a", "b", "c").map(this::candidate).toList();
    await().until(() -> leaders() == 1);
  }

  @AfterEach
  void stop() {
    candidates.forEach(Candidate::close);
  }

  @Test
  void oneLeadsAndGoesOn() {
    Candidate leader = leader();

    await().during(LEASE).atMost(LEASE.multipliedBy(2)).until(leader::leads);

    assertThat(leaders()).isEqualTo(1);
    assertThat(leader.turns()).containsExactly("start");
  }

  @Test
  void whoLeavesIsFollowedSoon() {
    Candidate leader = leader();

    leader.close();

    assertThat(leader.turns()).containsExactly("start", "stop");
    await().atMost(LEASE).until(() -> leaders() == 1);
    assertThat(leader.leads()).isFalse();
  }

  @Test
  void whoDiesStopsBeforeAnotherBegins() {
    Candidate leader = leader();

    leader.die();

    await().atMost(LEASE).until(() -> leader.turns().equals(List.of("start", "stop")));
    assertThat(leaders()).isZero();
    await().atMost(LEASE.multipliedBy(2)).until(() -> leaders() == 1);
    Candidate next = leader();
    await().until(() -> next.turns().equals(List.of("start")));
    assertThat(next.started()).isGreaterThan(leader.stopped());
  }

  @Test
  void timesThatWouldLetTwoLeadAreRefused() {
    assertThatThrownBy(() -> new Leadership("ns", "n", "me", RENEW, RENEW, RETRY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be shorter than the lease duration");
  }

  Candidate leader() {
    return candidates.stream().filter(Candidate::leads).findFirst().orElseThrow();
  }

  long leaders() {
    return candidates.stream().filter(Candidate::leads).count();
  }

  private Candidate candidate(String identity) {
    return new Candidate(
        client(), new Leadership(Clients.NAMESPACE, name, identity, LEASE, RENEW, RETRY));
  }
}
