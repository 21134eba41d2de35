package io.tocsin.notifier.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.LeaderElection;
import io.tocsin.controller.runtime.Leadership;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;

/**
 * One of several that run side by side, of which one leads; or the only one, which leads always.
 */
public final class Replica implements AutoCloseable {
  /** The Lease that replicas of the notifications controller share. */
  public static final String LEASE = "tocsin-notifications-controller";

  private final Optional<LeaderElection> election;

  private Replica(Optional<LeaderElection> election) {
    this.election = election;
  }

  public static Replica alone() {
    return new Replica(Optional.empty());
  }

  /** One of those that share a Lease of a namespace. */
  public static Replica of(KubernetesClient client, String namespace, String lease) {
    Leadership leadership = Leadership.of(namespace, lease, identity());
    return new Replica(Optional.of(new LeaderElection(client, leadership)));
  }

  /** Whether this one leads now. */
  public boolean leads() {
    return election.map(LeaderElection::leading).orElse(true);
  }

  /**
   * Takes part.
   *
   * @param begins called when this one leads
   * @param ends called when it does so no more
   */
  public void run(Runnable begins, Runnable ends) {
    election.ifPresentOrElse(contender -> contender.run(begins, ends), begins);
  }

  /** Lets another lead. */
  @Override
  public void close() {
    election.ifPresent(LeaderElection::close);
  }

  private static String identity() {
    return host() + "_" + UUID.randomUUID();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "tocsin";
    }
  }
}
