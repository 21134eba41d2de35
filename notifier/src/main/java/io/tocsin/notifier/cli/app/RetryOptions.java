package io.tocsin.notifier.cli.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How often a sync is tried again. */
final class RetryOptions {
  @Option(
      names = "--retry-limit",
      paramLabel = "N",
      defaultValue = "0",
      description = "How often a failed sync is tried again; negative without end.")
  private long limit;

  @Option(
      names = "--retry-backoff-duration",
      paramLabel = "DURATION",
      description = "The first pause, such as 5s.")
  private String duration;

  @Option(
      names = "--retry-backoff-factor",
      paramLabel = "N",
      description = "How many times longer each next pause is.")
  private Long factor;

  @Option(
      names = "--retry-backoff-max-duration",
      paramLabel = "DURATION",
      description = "The longest pause, such as 3m.")
  private String longest;

  /** As {@code retry} of an operation or a policy is written; empty when it was not asked for. */
  Optional<Map<String, Object>> written() {
    if (limit == 0) {
      return Optional.empty();
    }
    Map<String, Object> backoff = new LinkedHashMap<>();
    if (duration != null) {
      backoff.put("duration", duration);
    }
    if (factor != null) {
      backoff.put("factor", factor);
    }
    if (longest != null) {
      backoff.put("maxDuration", longest);
    }
    Map<String, Object> retry = new LinkedHashMap<>();
    retry.put("limit", limit);
    if (!backoff.isEmpty()) {
      retry.put("backoff", backoff);
    }
    return Optional.of(retry);
  }
}
