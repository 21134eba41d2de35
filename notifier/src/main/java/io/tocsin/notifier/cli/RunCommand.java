package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.reconcile.ApplicationController;
import io.tocsin.notifier.observability.Metrics;
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
  AutoCloseable startOthers(
      KubernetesClient client, String namespace, Metrics metrics, BooleanSupplier leads) {
    ApplicationController controller =
        sync.controller(client, namespace, namespaces(), metrics, leads);
    controller.start();
    return controller;
  }
}
