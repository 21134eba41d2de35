package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.ClusterException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The requests for objects of one kind, with the options that all of one write share. */
final class Requests {
  static final String MANAGER = "argocd-controller";

  private final KubeHttp http;
  private final ResourceKind kind;
  private final Map<String, String> query;

  Requests(KubeHttp http, ResourceKind kind, Map<String, String> query) {
    this.http = http;
    this.kind = kind;
    this.query = query;
  }

  static Requests writing(KubeHttp http, ResourceKind kind, ApplyOptions options) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("fieldManager", MANAGER);
    query.put("fieldValidation", options.validate() ? "Strict" : "Ignore");
    if (options.dryRun()) {
      query.put("dryRun", "All");
    }
    return new Requests(http, kind, query);
  }

  Optional<Map<String, Object>> get(ObjectKey key) {
    try {
      return Optional.of(http.get(path(key)));
    } catch (ClusterException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  Map<String, Object> create(ObjectKey key, Map<String, Object> object) {
    return http.send("POST", collection(key.namespace()), query, KubeHttp.JSON, object);
  }

  Map<String, Object> replace(ObjectKey key, Map<String, Object> object) {
    return http.send("PUT", path(key), query, KubeHttp.JSON, object);
  }

  Map<String, Object> patch(ObjectKey key, String type, Object patch) {
    return http.send("PATCH", path(key), query, type, patch);
  }

  Map<String, Object> applyOnServer(ObjectKey key, Map<String, Object> object) {
    Map<String, String> forced = new LinkedHashMap<>(query);
    forced.put("force", "true");
    return http.send("PATCH", path(key), forced, KubeHttp.APPLY_PATCH, object);
  }

  Map<String, Object> delete(ObjectKey key, String propagation) {
    Map<String, Object> options =
        Map.of("kind", "DeleteOptions", "apiVersion", "v1", "propagationPolicy", propagation);
    return http.send("DELETE", path(key), query, KubeHttp.JSON, options);
  }

  private String path(ObjectKey key) {
    return collection(key.namespace()) + "/" + KubeHttp.encoded(key.name());
  }

  private String collection(String namespace) {
    String root = kind.group().isEmpty() ? "/api/" : "/apis/";
    String place = kind.namespaced() ? "/namespaces/" + KubeHttp.encoded(namespace) : "";
    return root + kind.apiVersion() + place + "/" + kind.plural();
  }
}
