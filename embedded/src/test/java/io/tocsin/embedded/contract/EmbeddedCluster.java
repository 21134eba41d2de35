package io.tocsin.embedded.contract;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tocsin.embedded.EmbeddedKubernetes;
import java.net.http.HttpClient;

final class EmbeddedCluster implements Cluster {
  private final EmbeddedKubernetes server;
  private final KubernetesClient client;
  private final Wire wire;

  EmbeddedCluster(EmbeddedKubernetes server) {
    this.server = server;
    this.client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig()))
            .build();
    this.wire = new Wire(HttpClient.newHttpClient(), server.uri(), "");
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
    server.store().compact();
  }

  @Override
  public void close() {
    client.close();
    wire.close();
    server.close();
  }

  @Override
  public String toString() {
    return "embedded";
  }
}
