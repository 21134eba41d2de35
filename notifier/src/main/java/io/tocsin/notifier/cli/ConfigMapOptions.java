package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.config.Manifests;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command reads the ConfigMap from. */
final class ConfigMapOptions {
  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--config-map",
      paramLabel = "FILE|-",
      description = "Read " + ControllerOptions.CONFIG_MAP + " from a file or standard input.")
  private String configMap;

  ClusterOptions cluster() {
    return cluster;
  }

  boolean isFile() {
    return configMap != null;
  }

  /** The control plane's namespace; no cluster is asked when the ConfigMap is a file. */
  String namespace() {
    return configMap == null ? cluster.namespace() : cluster.namespaceOffline();
  }

  /** The ConfigMap. */
  KubeObject read() {
    return configMap == null
        ? required(
            ResourceKind.CONFIG_MAP,
            new ObjectKey(cluster.namespace(), ControllerOptions.CONFIG_MAP))
        : fromFile(configMap, ResourceKind.CONFIG_MAP, ControllerOptions.CONFIG_MAP);
  }

  KubeObject required(ResourceKind kind, ObjectKey key) {
    String object = kind.kind() + " " + key;
    return cluster.ask(
        object,
        client ->
            find(client, kind, key)
                .orElseThrow(
                    () ->
                        new CommandException(
                            object
                                + " does not exist"
                                + ClusterOptions.unknown(client, key.namespace())
                                    .map(sentence -> ": " + sentence)
                                    .orElse(""))));
  }

  static Optional<KubeObject> find(KubernetesClient client, ResourceKind kind, ObjectKey key) {
    var all = client.genericKubernetesResources(kind.context());
    var one =
        kind.namespaced()
            ? all.inNamespace(key.namespace()).withName(key.name())
            : all.withName(key.name());
    return Optional.ofNullable(one.get()).map(KubeObjects::of);
  }

  static KubeObject fromFile(String file, ResourceKind kind, String name) {
    return Manifests.read(file).stream()
        .filter(object -> object.kind().equals(kind.kind()) && object.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new CommandException("file " + file + " has no " + kind.kind() + " " + name));
  }
}
