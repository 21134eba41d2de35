package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Clients and objects for tests. */
final class Clients {
  static final String NAMESPACE = "default";

  /** Quick enough for a test. */
  static final ServerProbe.Pace QUICK =
      new ServerProbe.Pace(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(500));

  private Clients() {}

  static KubernetesClient of(String kubeconfig) {
    return client(Config.fromKubeconfig(kubeconfig));
  }

  /** Another way to the server of a kubeconfig. */
  static KubernetesClient of(String kubeconfig, URI server) {
    Config config = Config.fromKubeconfig(kubeconfig);
    return client(new ConfigBuilder(config).withMasterUrl(server.toString()).build());
  }

  static KubernetesClient at(URI server) {
    return client(new ConfigBuilder(Config.empty()).withMasterUrl(server.toString()).build());
  }

  static Map<String, Object> configMap(String name, String value) {
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "ConfigMap",
        "metadata",
        Map.of("name", name, "namespace", NAMESPACE),
        "data",
        Map.of("key", value));
  }

  static ObjectInformer.Scope configMaps() {
    return ObjectInformer.Scope.all(ResourceKind.CONFIG_MAP, NAMESPACE);
  }

  private static KubernetesClient client(Config config) {
    Config once =
        new ConfigBuilder(config).withHttp2Disable(true).withRequestRetryBackoffLimit(0).build();
    return new KubernetesClientBuilder().withConfig(once).build();
  }
}
