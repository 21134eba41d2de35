package io.tocsin.controller.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.controller.git.GitListener.Request;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GitMetricsTest {
  @Test
  void requestsAreCountedAndTimedByArgoCdsNames() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    GitMetrics metrics = new GitMetrics(registry);
    metrics.requested("https://h/r", Request.FETCH, Duration.ofMillis(300), true);
    metrics.requested("https://h/r", Request.FETCH, Duration.ofMillis(700), false);
    metrics.requested("https://h/r", Request.LS_REMOTE, Duration.ofMillis(10), false);

    assertThat(registry.scrape())
        .contains("argocd_git_request_total{repo=\"https://h/r\",request_type=\"fetch\"} 2.0")
        .contains("argocd_git_request_total{repo=\"https://h/r\",request_type=\"ls-remote\"} 1.0")
        .contains(
            "argocd_git_request_duration_seconds_bucket{repo=\"https://h/r\",request_type=\"fetch\",le=\"0.5\"}"
                + " 1")
        .contains("argocd_git_fetch_fail_total{repo=\"https://h/r\"} 1.0")
        .contains("argocd_git_lsremote_fail_total{repo=\"https://h/r\"} 1.0");
  }
}
