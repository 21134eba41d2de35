package io.tocsin.embedded.contract;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.UUID;

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

  /** Creates a namespace that nobody else uses. */
  default String newNamespace() {
    String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
    wire().post("/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + name + "\"}}");
    return name;
  }
}
