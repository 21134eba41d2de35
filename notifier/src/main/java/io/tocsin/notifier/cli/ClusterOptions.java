package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.records.Records;
import java.io.File;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** kubectl's options that say which cluster and namespace is meant. */
public final class ClusterOptions {
  private static final String DEFAULT_NAMESPACE = "default";

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Path to a kube config. Only required if out-of-cluster.")
  private File kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "The name of the kubeconfig context to use.")
  private String context;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description =
          "The namespace of the control plane; by default the context's, in a pod the pod's.")
  private String namespace;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The address and port of the Kubernetes API server.")
  private String server;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "Bearer token for authentication to the API server.")
  private String token;

  @Option(
      names = "--certificate-authority",
      paramLabel = "FILE",
      description = "Path to a certificate file for the certificate authority.")
  private String certificateAuthority;

  @Option(
      names = "--insecure-skip-tls-verify",
      description = "Do not check the API server's certificate.")
  private boolean insecure;

  private Config config;

  /** The namespace that is meant. */
  public String namespace() {
    if (namespace != null) {
      return namespace;
    }
    String configured = config().getNamespace();
    return configured == null || configured.isEmpty() ? DEFAULT_NAMESPACE : configured;
  }

  /** The namespace when no cluster is asked. */
  String namespaceOffline() {
    return namespace == null ? "argocd" : namespace;
  }

  /** The options by which a further command finds the same namespace, after a space; or nothing. */
  String where() {
    StringBuilder options = new StringBuilder();
    option(options, "--context", context);
    option(options, "-n", namespace);
    return options.toString();
  }

  private static void option(StringBuilder options, String name, String value) {
    if (value != null) {
      options.append(' ').append(name).append(' ').append(value);
    }
  }

  public KubernetesClient client() {
    return new KubernetesClientBuilder().withConfig(config()).build();
  }

  /**
   * Works with the records that the namespace keeps.
   *
   * @throws CommandException also when there is no such namespace
   */
  <T> T records(String configMap, Function<Records, T> work) {
    ObjectKey key = new ObjectKey(namespace(), configMap);
    return ask(
        "ConfigMap " + key,
        client -> {
          unknown(client, key.namespace())
              .ifPresent(
                  sentence -> {
                    throw new CommandException(sentence);
                  });
          return work.apply(new Records(client, key));
        });
  }

  /** A sentence where there is no such namespace; nothing where there is, or nobody may know. */
  static Optional<String> unknown(KubernetesClient client, String namespace) {
    try {
      return client.namespaces().withName(namespace).get() == null
          ? Optional.of("there is no namespace " + namespace)
          : Optional.empty();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Asks the cluster for something; failures become a sentence. */
  <T> T ask(String what, Function<KubernetesClient, T> question) {
    try (KubernetesClient client = client()) {
      return question.apply(client);
    } catch (KubernetesClientException e) {
      throw new CommandException(
          "%s could not be read from %s: %s".formatted(what, config().getMasterUrl(), reason(e)));
    }
  }

  /** Works with the cluster; failures become a sentence. */
  public <T> T work(Function<KubernetesClient, T> work) {
    try (KubernetesClient client = client()) {
      return work.apply(client);
    } catch (KubernetesClientException e) {
      throw new CommandException(
          "the API server %s: %s; `kubectl auth can-i --list -n %s` shows what is permitted"
              .formatted(config().getMasterUrl(), reason(e), namespace()));
    }
  }

  private static String reason(KubernetesClientException e) {
    if (e.getStatus() != null && e.getStatus().getMessage() != null) {
      return e.getStatus().getMessage();
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
      if (cause instanceof ConnectException) {
        return "nobody answers there";
      }
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private Config config() {
    if (config == null) {
      config = build();
    }
    return config;
  }

  private Config build() {
    if (kubeconfig != null && !kubeconfig.isFile()) {
      throw new CommandException("--kubeconfig: there is no file " + kubeconfig);
    }
    Config base =
        kubeconfig == null ? Config.autoConfigure(context) : Config.fromKubeconfig(kubeconfig);
    if (kubeconfig != null && context != null) {
      base = Config.fromKubeconfig(context, kubeconfig);
    }
    // over HTTP/2 all watches would share one connection, and one that died hold up every request
    ConfigBuilder builder =
        new ConfigBuilder(base).withRequestRetryBackoffLimit(2).withHttp2Disable(true);
    if (server != null) {
      builder.withMasterUrl(server);
    }
    if (token != null) {
      builder.withOauthToken(token);
    }
    if (certificateAuthority != null) {
      builder.withCaCertFile(certificateAuthority);
    }
    if (insecure) {
      builder.withTrustCerts(true);
    }
    return builder.withUserAgent("tocsin/" + Version.text()).build();
  }
}
