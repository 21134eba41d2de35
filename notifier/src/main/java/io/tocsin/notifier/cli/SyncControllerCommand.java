package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.cluster.Replica;
import io.tocsin.notifier.observability.Logging;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.observability.StatusServer;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** The Lease that replicas share. */
  private static final String LEASE = "tocsin-sync-controller";

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
      names = "--leader-election",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "${env:TOCSIN_LEADER_ELECTION:-false}",
      description =
          "Change things only while this replica holds the Lease "
              + LEASE
              + ", so that any number may run.")
  private boolean leaderElection;

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
    new MetricsPort(metricsPort).check();
    Logging.configure(level, format);
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ControllerCommand.stop(stopped, ended)));
    try {
      return work(stopped) ? 0 : 1;
    } catch (BindException e) {
      throw new MetricsPort(metricsPort).taken();
    } finally {
      ended.countDown();
    }
  }

  /** False when the Lease was lost. */
  private boolean work(CountDownLatch stopped) throws IOException, InterruptedException {
    Metrics metrics = new Metrics(Clock.systemUTC());
    AtomicBoolean lost = new AtomicBoolean();
    List<String> others = namespaces.stream().filter(each -> !each.isBlank()).toList();
    try (KubernetesClient client = cluster.client();
        Replica replica = replica(client);
        SyncControl control =
            sync.start(client, cluster.namespace(), others, metrics, replica::leads);
        StatusServer status = new StatusServer(metricsPort, metrics::scrape, control::unready)) {
      log.info("keeping namespace {}; metrics on port {}", cluster.namespace(), status.port());
      replica.run(
          () -> {},
          () -> {
            lost.compareAndSet(false, stopped.getCount() > 0);
            stopped.countDown();
          });
      stopped.await();
      log.info(lost.get() ? "stopping, as the lease was lost" : "stopping");
    }
    return !lost.get();
  }

  private Replica replica(KubernetesClient client) {
    return leaderElection ? Replica.of(client, cluster.namespace(), LEASE) : Replica.alone();
  }
}
