package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Contends for a Lease and writes down how it went. */
final class Candidate implements AutoCloseable {
  private final KubernetesClient client;
  private final LeaderElection election;
  private final List<String> turns = new CopyOnWriteArrayList<>();
  private volatile long started;
  private volatile long stopped;

  Candidate(KubernetesClient client, Leadership leadership) {
    this.client = client;
    election = new LeaderElection(client, leadership);
    election.run(
        () -> {
          started = System.nanoTime();
          turns.add("start");
        },
        () -> {
          stopped = System.nanoTime();
          turns.add("stop");
        });
  }

  boolean leads() {
    return election.leading();
  }

  List<String> turns() {
    return turns;
  }

  /** When it was told to start, as {@link System#nanoTime()} tells the time. */
  long started() {
    return started;
  }

  /** When it was told to stop, as {@link System#nanoTime()} tells the time. */
  long stopped() {
    return stopped;
  }

  /** No request of it arrives any more: nothing is given back. */
  void die() {
    client.close();
  }

  @Override
  public void close() {
    election.close();
    client.close();
  }
}
