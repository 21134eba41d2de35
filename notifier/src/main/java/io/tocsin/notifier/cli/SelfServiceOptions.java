package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.notifier.config.ConfigurationReader;
import io.tocsin.services.http.AddressPolicy;
import io.tocsin.services.http.Networks;
import io.tocsin.services.spi.ServiceState;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Whether namespaces of Applications have configurations of their own, and what these may do. */
final class SelfServiceOptions {
  private static final Logger log = LoggerFactory.getLogger(SelfServiceOptions.class);

  @Option(
      names = "--self-service-notification-enabled",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue =
          "${env:ARGOCD_NOTIFICATION_CONTROLLER_SELF_SERVICE_NOTIFICATION_ENABLED:-false}",
      description = "Read configurations of the namespaces of Applications too.")
  private boolean enabled;

  @Option(
      names = "--self-service-allowed-networks",
      paramLabel = "NETWORKS",
      defaultValue = "${env:TOCSIN_SELF_SERVICE_ALLOWED_NETWORKS:-}",
      description =
          "What services of those configurations may connect to although it is loopback or"
              + " link-local, which they may not by default: 127.0.0.1,169.254.10.0/24. The API server"
              + " is among it only where its very address is listed, not a network around it.")
  private String allowed;

  @Option(
      names = "--self-service-denied-networks",
      paramLabel = "NETWORKS",
      defaultValue = "${env:TOCSIN_SELF_SERVICE_DENIED_NETWORKS:-}",
      description = "Networks that they may not connect to.")
  private String denied;

  /**
   * What reads those configurations, where there are any.
   *
   * @throws UsageException when a network is none
   */
  Optional<Function<String, ConfigurationReader>> readers(
      KubernetesClient client, ServiceState state) {
    Networks listed = networks("--self-service-allowed-networks", allowed);
    Networks refused = networks("--self-service-denied-networks", denied);
    if (!enabled) {
      return Optional.empty();
    }
    Networks servers = Networks.of(apiServers(client).toList());
    AddressPolicy policy =
        AddressPolicy.beyondTheNode(
            listed,
            new Networks(Stream.of(refused, servers).flatMap(n -> n.list().stream()).toList()));
    return Optional.of(Setup.tenants(policy, state));
  }

  private static Networks networks(String option, String text) {
    try {
      return Networks.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  /** The addresses under which this process and the pods of its cluster know the API server. */
  private static Stream<InetAddress> apiServers(KubernetesClient client) {
    return Stream.of(
            client.getMasterUrl().getHost(),
            System.getenv("KUBERNETES_SERVICE_HOST"),
            System.getenv("KUBERNETES_SERVICE_HOST") == null ? null : "kubernetes.default.svc")
        .filter(Objects::nonNull)
        .flatMap(SelfServiceOptions::addresses);
  }

  private static Stream<InetAddress> addresses(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      log.warn(
          "the API server's name {} does not resolve, so that its address is not guarded", host);
      return Stream.empty();
    }
  }
}
