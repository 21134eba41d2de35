package io.tocsin.controller.runtime;

import java.time.Duration;

/**
 * Which Lease decides who leads, and for how long. A leader that could not renew stops after {@code
 * renewDeadline}; no other begins before {@code leaseDuration}: what lies between is for what was
 * under way to end.
 *
 * @param identity of this process, unlike that of any other
 * @param retryPeriod between two attempts to lead or to renew
 */
public record Leadership(
    String namespace,
    String name,
    String identity,
    Duration leaseDuration,
    Duration renewDeadline,
    Duration retryPeriod) {
  /**
   * Checks the order of the times.
   *
   * @throws IllegalArgumentException when a leader might go on while another begins, or has no time
   *     for a second attempt
   */
  public Leadership {
    if (renewDeadline.compareTo(leaseDuration) >= 0) {
      throw new IllegalArgumentException(
          "the renew deadline %s must be shorter than the lease duration %s"
              .formatted(renewDeadline, leaseDuration));
    }
    if (retryPeriod.multipliedBy(2).compareTo(renewDeadline) > 0) {
      throw new IllegalArgumentException(
          "the retry period %s must be at most half the renew deadline %s"
              .formatted(retryPeriod, renewDeadline));
    }
  }

  /** With the times that Kubernetes' own controllers use. */
  public static Leadership of(String namespace, String name, String identity) {
    return new Leadership(
        namespace,
        name,
        identity,
        Duration.ofSeconds(15),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2));
  }
}
