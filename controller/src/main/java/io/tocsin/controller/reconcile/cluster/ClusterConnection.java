package io.tocsin.controller.reconcile.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.project.Cluster;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ClusterApi;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.cluster.KubernetesCluster;
import io.tocsin.controller.sync.cluster.RequestListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A cluster that Applications go to. Thread-safe. */
public final class ClusterConnection implements AutoCloseable {
  private static final List<String[]> COMMON =
      List.of(
          new String[] {"v1", "ConfigMap"},
          new String[] {"v1", "PersistentVolumeClaim"},
          new String[] {"v1", "Secret"},
          new String[] {"v1", "Service"},
          new String[] {"v1", "ServiceAccount"},
          new String[] {"apps/v1", "DaemonSet"},
          new String[] {"apps/v1", "Deployment"},
          new String[] {"apps/v1", "StatefulSet"},
          new String[] {"batch/v1", "CronJob"},
          new String[] {"batch/v1", "Job"},
          new String[] {"networking.k8s.io/v1", "Ingress"},
          new String[] {"rbac.authorization.k8s.io/v1", "Role"},
          new String[] {"rbac.authorization.k8s.io/v1", "RoleBinding"});

  private final ClusterAccess access;
  private final KubernetesClient client;
  private final boolean own;
  private final KubernetesCluster api;
  private final LiveState live;
  private final ClusterListener listener;
  private List<ResourceKind> common;
  private Facts facts;

  /**
   * What charts may ask of a cluster.
   *
   * @param kubeVersion such as {@code v1.33.1}; empty when it could not be asked
   */
  public record Facts(String kubeVersion, List<String> apiVersions) {
    static final Facts NONE = new Facts("", List.of());
  }

  ClusterConnection(
      ClusterAccess access,
      KubernetesClient client,
      boolean own,
      TrackedObjects tracked,
      ClusterListener listener) {
    this.access = access;
    this.client = client;
    this.own = own;
    this.api = new KubernetesCluster(client);
    this.live = new LiveState(client, access, tracked);
    this.listener = listener;
  }

  /** As projects know it. */
  public Cluster identity() {
    return new Cluster(access.server(), access.name(), access.project());
  }

  public ClusterApi api() {
    return api;
  }

  /** The same, and who is told of each request that is made by it. */
  public ClusterApi api(RequestListener heard) {
    return api.listening(heard);
  }

  /** For what only the API server can say. */
  public KubernetesCluster server() {
    return api;
  }

  public LiveState live() {
    return live;
  }

  ClusterAccess access() {
    return access;
  }

  /**
   * The kinds that are watched for every Application.
   *
   * @throws ClusterException when the cluster cannot be asked
   */
  public synchronized List<ResourceKind> common() {
    if (common == null) {
      List<ResourceKind> kinds = new ArrayList<>();
      COMMON.forEach(each -> api.kind(each[0], each[1]).ifPresent(kinds::add));
      common = List.copyOf(kinds);
    }
    return common;
  }

  /** Asked once. */
  public synchronized Facts facts() {
    if (facts == null) {
      facts = ask();
      listener.described(this);
    }
    return facts;
  }

  private Facts ask() {
    Set<String> versions = new LinkedHashSet<>();
    for (ResourceKind kind : api.discovery().watchable()) {
      versions.add(kind.apiVersion());
      versions.add(kind.apiVersion() + "/" + kind.kind());
    }
    return new Facts(version(), versions.stream().sorted().toList());
  }

  private String version() {
    try {
      var version = client.getKubernetesVersion();
      return version == null || version.getGitVersion() == null ? "" : version.getGitVersion();
    } catch (RuntimeException e) {
      return "";
    }
  }

  @Override
  public void close() {
    live.close();
    if (!own) {
      client.close();
    }
  }
}
