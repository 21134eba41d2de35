package io.tocsin.controller.reconcile.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.application.Destination;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.compare.Tracking;
import io.tocsin.controller.git.RepositorySecrets;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clusters by Argo CD's cluster Secrets, and the one that the control plane runs in. A cluster
 * is connected to when it is asked for first. Thread-safe.
 */
public final class Clusters implements AutoCloseable {
  private final KubernetesClient client;
  private final LiveListener listener;
  private final ClusterListener connected;
  private final Map<String, ClusterConnection> connections = new HashMap<>();
  private Map<String, ClusterAccess> byServer = Map.of(ClusterAccess.IN_CLUSTER, ClusterAccess.OWN);
  private Tracking tracking = Tracking.byAnnotation("");

  /**
   * @param client of the control plane's own cluster; the caller's to close
   */
  public Clusters(KubernetesClient client, LiveListener listener, ClusterListener connected) {
    this.client = client;
    this.listener = listener;
    this.connected = connected;
  }

  /** How objects are marked; when that changes, everything is looked at anew. */
  public synchronized void track(Tracking other) {
    if (!tracking.equals(other)) {
      tracking = other;
      close();
    }
  }

  /** These are all Secrets; connections of clusters that changed are closed. */
  public synchronized void update(Collection<KubeObject> secrets) {
    Map<String, ClusterAccess> all = new LinkedHashMap<>();
    all.put(ClusterAccess.IN_CLUSTER, ClusterAccess.OWN);
    secrets.stream()
        .filter(
            secret ->
                "cluster".equals(secret.labels().getOrDefault(RepositorySecrets.TYPE_LABEL, "")))
        .map(ClusterAccess::of)
        .forEach(access -> all.put(access.server(), access));
    byServer = Map.copyOf(all);
    connections
        .values()
        .removeIf(
            connection -> {
              boolean stale =
                  !connection.access().equals(byServer.get(connection.access().server()));
              if (stale) {
                close(connection);
              }
              return stale;
            });
  }

  /**
   * The cluster that is meant.
   *
   * @throws InvalidSpecException in a sentence, when there is none such, or it cannot be used
   */
  public synchronized ClusterConnection find(Destination destination) {
    ClusterAccess access = access(destination);
    if (!access.problem().isEmpty()) {
      throw new InvalidSpecException(access.problem());
    }
    return connections.computeIfAbsent(access.server(), server -> connect(access));
  }

  /** Whether the destination names a cluster that there is, be it one that cannot be used. */
  public synchronized boolean knows(Destination destination) {
    try {
      access(destination);
      return true;
    } catch (InvalidSpecException e) {
      return false;
    }
  }

  private ClusterConnection connect(ClusterAccess access) {
    boolean own =
        access.server().equals(ClusterAccess.IN_CLUSTER) && access.text("bearerToken").isEmpty();
    ClusterConnection connection =
        new ClusterConnection(
            access,
            own ? client : ClusterClients.connect(access),
            own,
            new TrackedObjects(tracking::instanceOf, heard(access.server())),
            connected);
    connected.opened(connection);
    return connection;
  }

  private LiveListener heard(String server) {
    return (key, instance) -> {
      connected.event(server, key);
      listener.changed(key, instance);
    };
  }

  private void close(ClusterConnection connection) {
    connected.closed(connection);
    connection.close();
  }

  /** The server of the cluster that is meant; what the destination says where there is none. */
  public synchronized String server(Destination destination) {
    try {
      return access(destination).server();
    } catch (InvalidSpecException e) {
      return destination.server();
    }
  }

  private ClusterAccess access(Destination destination) {
    String server = destination.server().replaceFirst("/+$", "");
    if (!server.isEmpty() && !destination.name().isEmpty()) {
      throw new InvalidSpecException(
          "application destination can't have both name and server defined: %s %s"
              .formatted(destination.name(), destination.server()));
    }
    if (!server.isEmpty()) {
      ClusterAccess access = byServer.get(server);
      if (access == null) {
        throw new InvalidSpecException(
            "there is no cluster with the server %s".formatted(destination.server()));
      }
      return access;
    }
    if (destination.name().isEmpty()) {
      throw new InvalidSpecException("Destination server missing from app spec");
    }
    List<ClusterAccess> named =
        byServer.values().stream().filter(each -> each.name().equals(destination.name())).toList();
    if (named.size() != 1) {
      throw new InvalidSpecException(
          named.isEmpty()
              ? "there are no clusters with this name: " + destination.name()
              : "there are %d clusters with this name: %s"
                  .formatted(named.size(), destination.name()));
    }
    return named.getFirst();
  }

  @Override
  public synchronized void close() {
    connections.values().forEach(this::close);
    connections.clear();
  }
}
