package io.tocsin.bench.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerRequestsTest {
  @Test
  void addsUpByVerbAndResource() {
    String metrics =
        """
        # TYPE apiserver_request_total counter
        apiserver_request_total{code="200",group="argoproj.io",resource="applications",scope="namespace",verb="PATCH"} 40
        apiserver_request_total{code="409",group="argoproj.io",resource="applications",scope="namespace",verb="PATCH"} 2
        apiserver_request_total{code="200",resource="",subresource="/readyz",verb="GET"} 99
        apiserver_request_total{code="200",resource="configmaps",verb="WATCH"} 1.2e+01
        apiserver_request_total{code="200",resource="endpoints",verb="GET"} 5
        apiserver_request_duration_seconds_count{resource="configmaps",verb="WATCH"} 7
        """;
    assertThat(ServerRequests.parse(metrics))
        .containsOnlyKeys("PATCH applications", "WATCH configmaps")
        .containsEntry("PATCH applications", 42L)
        .containsEntry("WATCH configmaps", 12L);
  }
}
