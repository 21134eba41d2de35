package io.tocsin.notifier.cli.app;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.cli.ClusterOptions;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cluster, and which namespace of Applications. */
final class AppOptions {
  @Mixin private ClusterOptions cluster;

  @Option(
      names = {"-N", "--app-namespace"},
      paramLabel = "NAME",
      description = "The Applications' namespace; by default the control plane's.")
  private String namespace;

  /** Does something with Applications; failures of requests become a sentence. */
  <T> T with(Function<Apps, T> work) {
    Function<KubernetesClient, T> whole = client -> work.apply(new Apps(client, namespace()));
    return cluster.work(whole);
  }

  String controlPlane() {
    return cluster.namespace();
  }

  private String namespace() {
    return namespace == null ? cluster.namespace() : namespace;
  }
}
