package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.reconcile.ApplicationController;
import io.tocsin.notifier.observability.Logging;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.observability.StatusServer;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin sync-controller}, with the flags of argocd-application-controller. */
@Command(
    name = "sync-controller",
    description = "Starts the sync controller: Applications are compared, synced and healed.",
    mixinStandardHelpOptions = true)
final class SyncControllerCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(SyncControllerCommand.class);

  @Mixin private ClusterOptions cluster;

  @Mixin private SyncOptions sync;

  @Option(
      names = "--application-namespaces",
      paramLabel = "NAMES",
      split = ",",
      defaultValue = "${env:ARGOCD_APPLICATION_NAMESPACES:-}",
      description =
          "Further namespaces whose Applications are kept: names, globs, /regular expressions/.")
  private List<String> namespaces = List.of();

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      defaultValue = "8082",
      description = "Port of /metrics, /healthz and /readyz. Default: ${DEFAULT-VALUE}.")
  private int metricsPort;

  @Option(
      names = "--loglevel",
      defaultValue = "${env:ARGOCD_APPLICATION_CONTROLLER_LOGLEVEL:-info}",
      description = "One of debug, info, warn, error. Default: ${DEFAULT-VALUE}.")
  private Logging.Threshold level;

  @Option(
      names = "--logformat",
      defaultValue = "${env:ARGOCD_APPLICATION_CONTROLLER_LOGFORMAT:-json}",
      description = "One of json, text. Default: ${DEFAULT-VALUE}.")
  private Logging.Format format;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.configure(level, format);
    Metrics metrics = new Metrics(Clock.systemUTC());
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ControllerCommand.stop(stopped, ended)));
    List<String> others = namespaces.stream().filter(each -> !each.isBlank()).toList();
    try (KubernetesClient client = cluster.client();
        ApplicationController controller =
            sync.controller(client, cluster.namespace(), others, metrics, () -> true);
        StatusServer status = new StatusServer(metricsPort, metrics::scrape, controller::unready)) {
      log.info("keeping namespace {}; metrics on port {}", cluster.namespace(), status.port());
      controller.start();
      stopped.await();
      log.info("stopping");
    } catch (BindException e) {
      throw new CommandException("--metrics-port: port " + metricsPort + " is taken");
    } finally {
      ended.countDown();
    }
    return 0;
  }
}
