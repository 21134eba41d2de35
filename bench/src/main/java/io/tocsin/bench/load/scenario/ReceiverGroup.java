package io.tocsin.bench.load.scenario;

import java.time.Duration;

/**
 * Receivers that behave alike.
 *
 * @param count how many, 1 or more
 * @param latency from the end of a request to its answer
 * @param errorRate share of requests that are answered with 500, 0 to 1
 * @param perSecond how many requests a second each accepts before it answers 429; 0 for no limit
 * @param retryAfter what such an answer asks for, in whole seconds
 * @param hang whether they take requests and never answer
 */
public record ReceiverGroup(
    int count,
    Duration latency,
    double errorRate,
    int perSecond,
    Duration retryAfter,
    boolean hang) {
  public ReceiverGroup {
    if (count < 1) {
      throw new IllegalArgumentException("receivers: count must be 1 or more, not " + count);
    }
    if (errorRate < 0 || errorRate > 1) {
      throw new IllegalArgumentException("receivers: errorRate must be 0 to 1, not " + errorRate);
    }
    if (perSecond < 0) {
      throw new IllegalArgumentException("receivers: perSecond must not be negative");
    }
  }
}
