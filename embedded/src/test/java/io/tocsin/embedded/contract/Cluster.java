package io.tocsin.embedded.contract;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.embedded.EmbeddedKubernetes;

/** An API server that the contract is tried on. */
interface Cluster extends AutoCloseable {
  /** A client that lives as long as the cluster. */
  KubernetesClient client();

  /** The same API without a client library. */
  Wire wire();

  /** Makes the server forget its history. */
  void compact();

  @Override
  void close();

  static Cluster embedded() {
    return new EmbeddedCluster(EmbeddedKubernetes.start());
  }
}
