package io.tocsin.controller.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How a failed operation is tried again.
 *
 * @param limit how often; below 0 without end
 * @param duration the first pause, such as {@code 5s} or {@code 10} for seconds; empty for 5 s
 * @param factor by which each pause is longer than the one before
 * @param maxDuration the longest pause; empty for 3 minutes
 * @param refresh whether a repetition looks for new revisions
 * @param content as it is written
 */
public record Retry(
    long limit,
    String duration,
    long factor,
    String maxDuration,
    boolean refresh,
    Map<String, Object> content) {
  private static final Duration DURATION = Duration.ofSeconds(5);
  private static final Duration MAX_DURATION = Duration.ofMinutes(3);
  private static final Duration FOR_EVER = Duration.ofDays(3650);
  private static final long FACTOR = 2;
  public static final Retry NEVER = new Retry(0, "", FACTOR, "", false, Map.of());

  static Retry read(Fields fields) {
    Fields backoff = fields.object("backoff").orElse(Fields.of(Map.of()));
    return new Retry(
        fields.number("limit", 0),
        backoff.scalar("duration"),
        backoff.number("factor", FACTOR),
        backoff.scalar("maxDuration"),
        fields.flag("refresh"),
        fields.content());
  }

  public boolean allows(long retries) {
    return limit < 0 || retries < limit;
  }

  /**
   * When to try again.
   *
   * @param retries how often that was done already
   * @throws InvalidSpecException when a duration cannot be read
   */
  public Instant nextAt(Instant failedAt, long retries) {
    Duration first = duration.isEmpty() ? DURATION : GoDurations.parse(duration);
    Duration longest = maxDuration.isEmpty() ? MAX_DURATION : GoDurations.parse(maxDuration);
    double millis = (double) first.toMillis() * Math.pow((double) factor, (double) retries);
    Duration cap = longest.isPositive() ? longest : FOR_EVER;
    return failedAt.plusMillis((long) Math.min(millis, (double) cap.toMillis()));
  }
}
