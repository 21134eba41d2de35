package io.tocsin.notifier.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.KubeObjects;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.cluster.ControllerOptions;
import io.tocsin.notifier.migrate.Live;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;

/** Reads what concerns notifications from a cluster. */
record LiveObjects(ClusterOptions cluster) {
  private static final ResourceKind DEPLOYMENT =
      new ResourceKind("apps", "v1", "Deployment", "deployments", true);

  /**
   * The configurations and Secrets of all namespaces that have one, Applications, AppProjects and
   * the Deployment of the original; of the control plane's namespace alone, where no more may be
   * seen.
   *
   * @throws CommandException when the cluster does not answer, or has no configuration there
   */
  List<KubeObject> read() {
    return cluster.ask("namespace " + cluster.namespace(), this::read);
  }

  private List<KubeObject> read(KubernetesClient client) {
    List<KubeObject> configurations =
        all(client, ResourceKind.CONFIG_MAP, ControllerOptions.CONFIG_MAP);
    if (configurations.stream().noneMatch(map -> map.namespace().equals(cluster.namespace()))) {
      throw new CommandException(
          "ConfigMap %s/%s does not exist%s"
              .formatted(
                  cluster.namespace(),
                  ControllerOptions.CONFIG_MAP,
                  ClusterOptions.unknown(client, cluster.namespace())
                      .map(sentence -> ": " + sentence)
                      .orElse("")));
    }
    List<KubeObject> objects = new ArrayList<>(configurations);
    objects.addAll(all(client, ResourceKind.SECRET, ControllerOptions.SECRET));
    objects.addAll(all(client, ResourceKind.APPLICATION, ""));
    objects.addAll(all(client, ResourceKind.APP_PROJECT, ""));
    objects.addAll(all(client, DEPLOYMENT, Live.DEPLOYMENT));
    return objects;
  }

  private List<KubeObject> all(KubernetesClient client, ResourceKind kind, String name) {
    try {
      return listed(client, kind, name, true);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
        throw e;
      }
      return listed(client, kind, name, false);
    }
  }

  private List<KubeObject> listed(
      KubernetesClient client, ResourceKind kind, String name, boolean everywhere) {
    var resources = client.genericKubernetesResources(kind.context());
    var scoped =
        everywhere ? resources.inAnyNamespace() : resources.inNamespace(cluster.namespace());
    var found = name.isEmpty() ? scoped.list() : scoped.withField("metadata.name", name).list();
    return found.getItems().stream().map(KubeObjects::of).toList();
  }
}
