package io.tocsin.controller.git;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Argo CD's metrics of Git requests. Thread-safe. */
public final class GitMetrics implements GitListener {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(4),
    Duration.ofSeconds(10),
    Duration.ofSeconds(20)
  };

  private final MeterRegistry registry;

  public GitMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void requested(String repository, Request request, Duration duration, boolean succeeded) {
    Counter.builder("argocd_git_request_total")
        .description("Number of git requests")
        .tag("repo", repository)
        .tag("request_type", request.label())
        .register(registry)
        .increment();
    Timer.builder("argocd_git_request_duration_seconds")
        .description("Git requests duration seconds")
        .tag("repo", repository)
        .tag("request_type", request.label())
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(duration);
    if (!succeeded) {
      failures(request).tag("repo", repository).register(registry).increment();
    }
  }

  private static Counter.Builder failures(Request request) {
    return switch (request) {
      case FETCH ->
          Counter.builder("argocd_git_fetch_fail_total")
              .description("Number of git fetch requests that failed");
      case LS_REMOTE ->
          Counter.builder("argocd_git_lsremote_fail_total")
              .description("Number of git ls-remote requests that failed");
    };
  }
}
