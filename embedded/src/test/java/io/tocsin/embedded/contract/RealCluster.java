package io.tocsin.embedded.contract;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.embedded.real.RealKubernetes;

final class RealCluster implements Cluster {
  private final RealKubernetes server;
  private final KubernetesClient client;
  private final Wire wire;

  RealCluster(RealKubernetes server) {
    this.server = server;
    this.client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig()))
            .build();
    this.wire = new Wire(server.httpClient(), server.uri(), server.token());
  }

  @Override
  public KubernetesClient client() {
    return client;
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public void compact() {
    server.compact();
  }

  @Override
  public void close() {
    client.close();
    wire.close();
    server.close();
  }

  @Override
  public String toString() {
    return "real";
  }
}
