package io.tocsin.services;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a receiver bears.
 *
 * @param bucket names the credential that the limits count for, the same for every service that
 *     uses it; holds no secret
 * @param parallelism how many sends may be under way at once, at least 1
 * @param rate how many sends the receiver takes in a time; absent when it states no limit
 */
public record Limits(String bucket, int parallelism, Optional<Rate> rate) {
  /** What a service that states nothing bears. */
  public static final int DEFAULT_PARALLELISM = 64;

  /**
   * So many sends in so much time.
   *
   * @param permits at least 1
   */
  public record Rate(int permits, Duration per) {
    public Rate {
      if (permits < 1 || !per.isPositive()) {
        throw new IllegalArgumentException("not a rate: " + permits + " in " + per);
      }
    }

    public static Rate perMinute(int permits) {
      return new Rate(permits, Duration.ofMinutes(1));
    }
  }

  public Limits {
    if (parallelism < 1) {
      throw new IllegalArgumentException("a parallelism of " + parallelism);
    }
  }

  /** Limits for a receiver that states none. */
  public static Limits none(String bucket) {
    return new Limits(bucket, DEFAULT_PARALLELISM, Optional.empty());
  }

  /** Limits for a chat robot: one message at a time, so that a conversation keeps its order. */
  public static Limits robot(String bucket, Rate rate) {
    return new Limits(bucket, 1, Optional.of(rate));
  }
}
