package io.tocsin.notifier.delivery;

import io.tocsin.services.RetryHints;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and when a delivery is tried again.
 *
 * @param attempts at most so many in all
 * @param first the wait after the first failure; each further one doubles it, up to {@code longest}
 * @param age no attempt starts when the delivery is older
 * @param hurried after so many first failures the wait is at most {@code shortest}
 */
public record RetryPolicy(
    int attempts, Duration first, Duration longest, Duration age, int hurried, Duration shortest) {
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(12, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(1));

  private static final double JITTER = 0.2;

  /** One whose waits grow from the first on. */
  public RetryPolicy(int attempts, Duration first, Duration longest, Duration age) {
    this(attempts, first, longest, age, 0, longest);
  }

  /**
   * The policy that a service's own hints ask for. As in Argo CD Notifications they say how the
   * attempts of a first evaluation follow each other, not that there is no further one.
   */
  public static RetryPolicy of(RetryHints hints) {
    return new RetryPolicy(
        Math.max(hints.attempts() + 1, DEFAULT.attempts()),
        hints.waitMin(),
        DEFAULT.longest(),
        DEFAULT.age(),
        hints.attempts(),
        hints.waitMax());
  }

  /**
   * The wait after a number of failures, spread by a fifth either way, but never shorter than the
   * receiver asked for.
   *
   * @param failures at least 1
   */
  Duration wait(int failures, Optional<Duration> asked) {
    double doubled = (double) first.toMillis() * Math.pow(2, Math.min(failures, 30) - 1.0);
    Duration most = failures <= hurried ? shortest : longest;
    double capped = Math.min(doubled, (double) most.toMillis());
    double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    Duration backoff = Duration.ofMillis((long) (capped * spread));
    return asked.filter(wish -> wish.compareTo(backoff) > 0).orElse(backoff);
  }
}
