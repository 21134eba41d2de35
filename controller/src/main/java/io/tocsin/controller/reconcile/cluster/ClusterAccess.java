package io.tocsin.controller.reconcile.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.tree.Documents;
import io.tocsin.controller.tree.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cluster Secret of Argo CD says.
 *
 * @param server the address of the API, without a slash at its end
 * @param project the project that the cluster belongs to alone; empty for none
 * @param namespaces those that alone are managed; empty for all
 * @param clusterResources whether objects of the cluster are managed though namespaces are named
 * @param config credentials, as Argo CD's ClusterConfig
 * @param problem a sentence about what makes the Secret unusable; empty when nothing does
 */
public record ClusterAccess(
    String server,
    String name,
    String project,
    List<String> namespaces,
    boolean clusterResources,
    Map<String, Object> config,
    String problem) {
  /** The cluster that the control plane runs in, by the address that Argo CD gives it. */
  public static final String IN_CLUSTER = "https://kubernetes.default.svc";

  static final ClusterAccess OWN =
      new ClusterAccess(IN_CLUSTER, "in-cluster", "", List.of(), true, Map.of(), "");

  public ClusterAccess {
    namespaces = List.copyOf(namespaces);
    config = Map.copyOf(config);
  }

  /** Reads a Secret; what is wrong with it is its {@link #problem}. */
  static ClusterAccess of(KubeObject secret) {
    Map<String, String> data = new HashMap<>();
    String problem = "";
    Map<String, Object> config = Map.of();
    try {
      if (secret.at("data") instanceof Map<?, ?> map) {
        map.forEach((key, value) -> data.put((String) key, decoded((String) value)));
      }
      config = config(secret, data.getOrDefault("config", ""));
      problem = refused(secret, config);
    } catch (IllegalArgumentException e) {
      problem = "the data of cluster Secret %s are not base64".formatted(secret.name());
    } catch (SourceException e) {
      problem = e.getMessage();
    }
    return new ClusterAccess(
        data.getOrDefault("server", "").replaceFirst("/+$", ""),
        data.getOrDefault("name", ""),
        data.getOrDefault("project", ""),
        Arrays.stream(data.getOrDefault("namespaces", "").split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList(),
        data.getOrDefault("clusterResources", "").equals("true"),
        config,
        problem);
  }

  private static Map<String, Object> config(KubeObject secret, String json) {
    return json.isBlank()
        ? Map.of()
        : Documents.mapping("config of cluster Secret " + secret.name(), json);
  }

  private static String refused(KubeObject secret, Map<String, Object> config) {
    for (String way : List.of("awsAuthConfig", "execProviderConfig")) {
      if (config.get(way) != null) {
        return "cluster Secret %s: %s is not supported, use a bearerToken or a client certificate"
            .formatted(secret.name(), way);
      }
    }
    return new ClusterAccess("", "", "", List.of(), false, config, "").tls("serverName").isEmpty()
        ? ""
        : "cluster Secret %s: tlsClientConfig.serverName is not supported".formatted(secret.name());
  }

  private static String decoded(String text) {
    return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
  }

  String text(String field) {
    return config.get(field) instanceof String text ? text : "";
  }

  String tls(String field) {
    return config.get("tlsClientConfig") instanceof Map<?, ?> tls
            && tls.get(field) instanceof String text
        ? text
        : "";
  }

  boolean insecure() {
    return config.get("tlsClientConfig") instanceof Map<?, ?> tls
        && Boolean.TRUE.equals(tls.get("insecure"));
  }

  /** Whether objects of the kind's scope are managed at all. */
  boolean manages(boolean namespaced) {
    return namespaced || namespaces.isEmpty() || clusterResources;
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return server + (name.isEmpty() ? "" : " (" + name + ")");
  }
}
