package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.observability.Metrics;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tocsin run}: both controllers in one process, with the options of both. */
@Command(
    name = "run",
    description = "Starts the sync controller and the notifications controller in one process.",
    mixinStandardHelpOptions = true)
final class RunCommand extends ControllerCommand {
  @Mixin private SyncOptions sync;

  @Override
  Companion startOther(
      KubernetesClient client, String namespace, Metrics metrics, BooleanSupplier leads)
      throws IOException {
    return sync.start(client, namespace, namespaces(), metrics, leads);
  }
}
