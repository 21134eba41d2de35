package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A Lease whose age is measured from when this process saw it change, as the clocks of two machines
 * differ; and that tells when it was renewed. Used by one thread at a time.
 */
final class ObservedLease extends LeaseLock {
  /** What Kubernetes' leaders write when they give a lease back. */
  private static final Duration RELEASED = Duration.ofSeconds(1);

  private final Leadership leadership;
  private final LongConsumer renewed;
  private final Runnable lost;
  private Optional<LeaseSpec> seen = Optional.empty();
  private long seenAt;

  /**
   * A lease.
   *
   * @param renewed hears of the time, as {@link System#nanoTime()} tells it, before which no other
   *     saw the renewal
   * @param lost hears that the lease is another's
   */
  ObservedLease(Leadership leadership, LongConsumer renewed, Runnable lost) {
    super(leadership.namespace(), leadership.name(), leadership.identity());
    this.leadership = leadership;
    this.renewed = renewed;
    this.lost = lost;
  }

  @Override
  public synchronized void create(KubernetesClient client, LeaderElectionRecord lease) {
    long before = System.nanoTime();
    super.create(client, lease);
    written(lease, before);
  }

  @Override
  public synchronized void update(KubernetesClient client, LeaderElectionRecord lease) {
    long before = System.nanoTime();
    super.update(client, lease);
    written(lease, before);
  }

  @Override
  protected LeaderElectionRecord toRecord(Lease resource) {
    LeaseSpec spec = Optional.ofNullable(resource.getSpec()).orElseGet(LeaseSpec::new);
    if (!seen.equals(Optional.of(spec))) {
      seen = Optional.of(spec);
      seenAt = System.nanoTime();
    }
    Duration duration =
        Optional.ofNullable(spec.getLeaseDurationSeconds())
            .map(Duration::ofSeconds)
            .orElse(leadership.leaseDuration());
    String holder = duration.compareTo(RELEASED) > 0 ? spec.getHolderIdentity() : null;
    if (!leadership.identity().equals(holder)) {
      lost.run();
    }
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    return new LeaderElectionRecord(
        holder,
        duration,
        Objects.requireNonNullElse(spec.getAcquireTime(), now),
        expired(duration) ? Instant.EPOCH.atZone(ZoneOffset.UTC) : now,
        Objects.requireNonNullElse(spec.getLeaseTransitions(), 0));
  }

  private boolean expired(Duration duration) {
    return System.nanoTime() - seenAt > duration.toNanos();
  }

  private void written(LeaderElectionRecord lease, long before) {
    if (leadership.identity().equals(lease.getHolderIdentity())) {
      renewed.accept(before);
    } else {
      lost.run();
    }
  }
}
