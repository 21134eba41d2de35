package io.tocsin.notifier.cli;

import com.google.re2j.PatternSyntaxException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.notifier.cluster.ConfigMapServiceState;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.cluster.NotificationController;
import io.tocsin.notifier.cluster.Replica;
import io.tocsin.notifier.observability.Logging;
import io.tocsin.notifier.observability.Metrics;
import io.tocsin.notifier.observability.StatusServer;
import io.tocsin.notifier.pipeline.PipelineListener;
import io.tocsin.notifier.repository.GitFacts;
import io.tocsin.services.http.ExchangeListener;
import io.tocsin.services.spi.ServiceState;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin controller}, with the flags and variables of argocd-notifications-controller. */
@Command(
    name = "controller",
    description = "Starts the notifications controller.",
    mixinStandardHelpOptions = true)
class ControllerCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(ControllerCommand.class);

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--processors-count",
      paramLabel = "N",
      defaultValue = "${env:ARGOCD_NOTIFICATION_CONTROLLER_PROCESSORS_COUNT:-1}",
      description = "Threads that evaluate conditions. Default: ${DEFAULT-VALUE}.")
  private int processors;

  @Option(
      names = "--app-label-selector",
      paramLabel = "SELECTOR",
      defaultValue = "",
      description = "Only Applications with these labels.")
  private String selector;

  @Option(
      names = "--application-namespaces",
      paramLabel = "NAMES",
      split = ",",
      description =
          "Further namespaces whose Applications are watched: names, globs, /regular expressions/. "
              + "Default: $ARGOCD_APPLICATION_NAMESPACES.")
  private List<String> namespaces;

  @Option(
      names = "--config-map-name",
      paramLabel = "NAME",
      defaultValue = ControllerOptions.CONFIG_MAP,
      description = "The ConfigMap. Default: ${DEFAULT-VALUE}.")
  private String configMap;

  @Option(
      names = "--secret-name",
      paramLabel = "NAME",
      defaultValue = ControllerOptions.SECRET,
      description = "The Secret. Default: ${DEFAULT-VALUE}.")
  private String secret;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      defaultValue = "9001",
      description = "Port of /metrics, /healthz and /readyz. Default: ${DEFAULT-VALUE}.")
  private int metricsPort;

  @Option(
      names = "--loglevel",
      defaultValue = "${env:ARGOCD_NOTIFICATIONS_CONTROLLER_LOGLEVEL:-info}",
      description = "One of debug, info, warn, error. Default: ${DEFAULT-VALUE}.")
  private Logging.Threshold level;

  @Option(
      names = "--logformat",
      defaultValue = "${env:ARGOCD_NOTIFICATIONS_CONTROLLER_LOGFORMAT:-json}",
      description = "One of json, text. Default: ${DEFAULT-VALUE}.")
  private Logging.Format format;

  @Option(
      names = "--kube-notifier",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "${env:TOCSIN_KUBE_NOTIFIER:-false}",
      description = "Obey the Notifications of Argo Kube Notifier in the namespace as well.")
  private boolean kubeNotifier;

  @Option(
      names = "--leader-election",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "${env:TOCSIN_LEADER_ELECTION:-false}",
      description =
          "Tell people only while this replica holds the Lease "
              + Replica.LEASE
              + ", so that any number may run.")
  private boolean leaderElection;

  @Mixin private SelfServiceOptions selfService;

  @Mixin private IgnoredOptions ignored;

  @Override
  public Integer call() throws Exception {
    check();
    Logging.configure(level, format);
    ignored.given().forEach(option -> log.warn("{} has no meaning here and is ignored", option));
    Metrics metrics = new Metrics(Clock.systemUTC());
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean lost = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, ended)));
    try (KubernetesClient client = cluster.client();
        ConfigMapServiceState state = new ConfigMapServiceState(client, cluster.namespace());
        Replica replica = replica(client);
        GitFacts facts = Setup.facts(client, cluster.namespace());
        NotificationController controller = controller(client, state, metrics, replica, facts);
        Companion other = startOther(client, cluster.namespace(), metrics, replica::leads);
        StatusServer status =
            new StatusServer(metricsPort, metrics::scrape, () -> unready(controller, other))) {
      log.info("watching namespace {}; metrics on port {}", cluster.namespace(), status.port());
      controller.start(() -> stopped.getCount() == 0);
      replica.run(
          controller::lead,
          () -> {
            lost.compareAndSet(false, stopped.getCount() > 0);
            stopped.countDown();
          });
      stopped.await();
      log.info(lost.get() ? "stopping, as the lease was lost" : "stopping");
    } catch (BindException e) {
      throw new MetricsPort(metricsPort).taken();
    } finally {
      ended.countDown();
    }
    return lost.get() ? 1 : 0;
  }

  /** Starts what else runs in this process; it ends before what this command runs. */
  Companion startOther(
      KubernetesClient client, String namespace, Metrics metrics, BooleanSupplier leads)
      throws IOException {
    return Companion.NONE;
  }

  /** A replica that waits its turn is ready; the only one not before it tells people. */
  private String unready(NotificationController controller, Companion other) {
    String reason = controller.unready();
    if (!reason.isEmpty()) {
      return reason;
    }
    return leaderElection || controller.leads() ? other.unready() : "reading the configuration";
  }

  private Replica replica(KubernetesClient client) {
    return leaderElection
        ? Replica.of(client, cluster.namespace(), Replica.LEASE)
        : Replica.alone();
  }

  private void check() {
    if (processors < 1) {
      throw new UsageException("--processors-count: must be at least 1, not " + processors);
    }
    new MetricsPort(metricsPort).check();
    try {
      LabelSelector.parse(selector);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--app-label-selector: '%s': %s".formatted(selector, e.getMessage()));
    }
  }

  private NotificationController controller(
      KubernetesClient client,
      ServiceState state,
      Metrics metrics,
      Replica replica,
      GitFacts facts) {
    ControllerOptions options =
        new ControllerOptions(
            cluster.namespace(),
            configMap,
            secret,
            namespaces(),
            selector,
            kubeNotifier,
            processors);
    try {
      return new NotificationController(
          client,
          options,
          new NotificationController.Parts(
              Setup.reader(System.out::print, ExchangeListener.NONE, state),
              selfService.readers(client, state),
              Setup.helpers(),
              Optional.of(facts),
              state,
              metrics,
              new PipelineListener() {},
              Clock.systemUTC(),
              replica::leads));
    } catch (PatternSyntaxException e) {
      throw new UsageException("--application-namespaces: " + e.getMessage());
    }
  }

  final List<String> namespaces() {
    if (namespaces != null) {
      return namespaces;
    }
    String variable = System.getenv("ARGOCD_APPLICATION_NAMESPACES");
    return variable == null || variable.isBlank()
        ? List.of()
        : Arrays.stream(variable.split(",")).map(String::strip).toList();
  }

  /** Called as the process ends: asks for the end, and waits for it. */
  static void stop(CountDownLatch stopped, CountDownLatch ended) {
    stopped.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
