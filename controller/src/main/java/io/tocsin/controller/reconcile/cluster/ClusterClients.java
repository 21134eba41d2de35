package io.tocsin.controller.reconcile.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** Makes clients of clusters. */
final class ClusterClients {
  private ClusterClients() {}

  static KubernetesClient connect(ClusterAccess access) {
    ConfigBuilder builder =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(access.server())
            .withTrustCerts(access.insecure())
            .withRequestRetryBackoffLimit(2)
            .withHttp2Disable(true);
    if (!access.text("bearerToken").isEmpty()) {
      builder.withOauthToken(access.text("bearerToken"));
    }
    if (!access.text("username").isEmpty()) {
      builder.withUsername(access.text("username")).withPassword(access.text("password"));
    }
    if (!access.tls("caData").isEmpty()) {
      builder.withCaCertData(access.tls("caData"));
    }
    if (!access.tls("certData").isEmpty()) {
      builder.withClientCertData(access.tls("certData")).withClientKeyData(access.tls("keyData"));
    }
    return new KubernetesClientBuilder().withConfig(builder.build()).build();
  }
}
