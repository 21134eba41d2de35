package io.tocsin.notifier.repository;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.git.GitTrust;
import io.tocsin.controller.git.RepositoryAccess;
import io.tocsin.controller.git.RepositoryCredentials;
import io.tocsin.controller.git.RepositoryId;
import io.tocsin.controller.git.RepositorySecrets;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ResourceKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Argo CD's repository Secrets, known hosts and certificates in the control plane's namespace, read
 * when they are needed and believed for half a minute. Thread-safe.
 */
public final class ClusterCredentials implements RepositoryAccess {
  private static final Duration BELIEVED = Duration.ofSeconds(30);

  private final KubernetesClient client;
  private final String namespace;
  private final Clock clock;
  private Known known;

  private record Known(RepositorySecrets secrets, GitTrust trust, Instant until) {}

  public ClusterCredentials(KubernetesClient client, String namespace, Clock clock) {
    this.client = client;
    this.namespace = namespace;
    this.clock = clock;
  }

  @Override
  public RepositoryCredentials credentials(RepositoryId repository) {
    return known().secrets().find(repository);
  }

  @Override
  public GitTrust trust() {
    return known().trust();
  }

  private synchronized Known known() {
    Instant now = clock.instant();
    if (known == null || !known.until().isAfter(now)) {
      List<KubeObject> secrets =
          client
              .genericKubernetesResources(ResourceKind.SECRET.context())
              .inNamespace(namespace)
              .withLabel(RepositorySecrets.TYPE_LABEL)
              .list()
              .getItems()
              .stream()
              .map(KubeObjects::of)
              .toList();
      GitTrust trust =
          new GitTrust(
              data("argocd-ssh-known-hosts-cm").getOrDefault("ssh_known_hosts", ""),
              data("argocd-tls-certs-cm"));
      known = new Known(RepositorySecrets.of(secrets), trust, now.plus(BELIEVED));
    }
    return known;
  }

  private Map<String, String> data(String name) {
    GenericKubernetesResource found =
        client
            .genericKubernetesResources(ResourceKind.CONFIG_MAP.context())
            .inNamespace(namespace)
            .withName(name)
            .get();
    Map<String, String> data = new HashMap<>();
    if (found != null && KubeObjects.of(found).at("data") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> data.put((String) key, String.valueOf(value)));
    }
    return data;
  }
}
