package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads while a Lease is this process's, of all that contend for it. Takes part again after it lost
 * the Lease. Thread-safe.
 *
 * <p>Who leads asks {@link #leading} before each thing that only one may do: it is false from the
 * renew deadline on whether or not a request hangs, a thread is late or the process was stopped for
 * a while, and so before another can begin.
 */
public final class LeaderElection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LeaderElection.class);
  private static final int CHECKS = 8;

  private final KubernetesClient client;
  private final Leadership leadership;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("leadership").factory());
  private final Tenure tenure;
  private CompletableFuture<?> election = CompletableFuture.completedFuture(null);
  private Runnable turn = () -> {};
  private boolean closed;

  /** Takes no part before {@link #run}. */
  public LeaderElection(KubernetesClient client, Leadership leadership) {
    // two attempts fit into the renew deadline even if the first is never answered
    int timeout = Math.toIntExact(leadership.renewDeadline().dividedBy(2).toMillis());
    this.client =
        client
            .newClient(
                new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                    .withRequestTimeout(timeout)
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .adapt(KubernetesClient.class);
    this.leadership = leadership;
    this.tenure = new Tenure(leadership.renewDeadline());
  }

  /**
   * Takes part. Both are called on one thread, by turns, beginning with {@code onStart}; should
   * return soon: while one runs, the other waits.
   *
   * @param onStart leadership begins
   * @param onStop it has ended, by loss or by {@link #close}; at a loss, another may begin when the
   *     lease duration less the renew deadline has passed
   */
  public synchronized void run(Runnable onStart, Runnable onStop) {
    turn = () -> tenure.apply(onStart, onStop);
    long pause = Math.max(1, leadership.retryPeriod().dividedBy(CHECKS).toMillis());
    var _ = thread.scheduleWithFixedDelay(turn, 0, pause, TimeUnit.MILLISECONDS);
    elect();
  }

  /** Whether this process leads now; never true of two at once, nor before {@code onStart}. */
  public boolean leading() {
    return tenure.leads();
  }

  /** Stops leading, and when {@code onStop} has returned gives the Lease to the next. */
  @Override
  public void close() {
    tenure.end();
    Optional<Runnable> last = lastTurn();
    if (last.isEmpty()) {
      return;
    }
    try {
      thread.submit(last.get()).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      log.error("leadership did not end in order: {}", e.toString(), e);
    }
    thread.shutdownNow();
    release();
  }

  /** Empty when it was taken before. */
  private synchronized Optional<Runnable> lastTurn() {
    boolean first = !closed;
    closed = true;
    return Optional.of(turn).filter(any -> first);
  }

  private synchronized void release() {
    election.cancel(true);
    requests.shutdownNow();
  }

  private synchronized void elect() {
    if (!closed) {
      ObservedLease lease = new ObservedLease(leadership, tenure::renewed, tenure::lost);
      election = new LeaderElector(client, config(lease), requests).start();
      var _ = election.whenComplete((none, failure) -> again(failure));
    }
  }

  private synchronized void again(Throwable failure) {
    if (closed) {
      return;
    }
    if (failure != null) {
      log.warn("the election of {} failed: {}", leadership.name(), failure.toString());
    }
    tenure.lost();
    CompletableFuture.delayedExecutor(
            leadership.retryPeriod().toMillis(), TimeUnit.MILLISECONDS, requests)
        .execute(this::elect);
  }

  private LeaderElectionConfig config(ObservedLease lease) {
    LeaderCallbacks callbacks =
        new LeaderCallbacks(
            () -> log.info("{} leads", leadership.identity()),
            () -> log.info("{} no longer leads", leadership.identity()),
            leader -> log.debug("{} is led by {}", leadership.name(), leader));
    return new LeaderElectionConfig(
        lease,
        leadership.leaseDuration(),
        leadership.renewDeadline(),
        leadership.retryPeriod(),
        callbacks,
        true,
        leadership.name());
  }
}
