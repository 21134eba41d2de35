package io.tocsin.controller.sync.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.ClusterApi;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.Propagation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster by its API; safe for use by many threads. The client is the caller's to close. */
public final class KubernetesCluster implements ClusterApi {
  private static final Duration SERVED_WITHIN = Duration.ofSeconds(3);
  private static final int ATTEMPTS = 5;

  private final KubeHttp http;
  private final Discovery discovery;
  private final Pause pause = Thread::sleep;

  public KubernetesCluster(KubernetesClient client) {
    this.http = new KubeHttp(client);
    this.discovery = new Discovery(http);
  }

  private KubernetesCluster(KubeHttp http, Discovery discovery) {
    this.http = http;
    this.discovery = discovery;
  }

  /** The same cluster; the listener is told of all requests but those of discovery. */
  public KubernetesCluster listening(RequestListener listener) {
    return new KubernetesCluster(http.listening(listener), discovery);
  }

  public Discovery discovery() {
    return discovery;
  }

  @Override
  public Optional<ResourceKind> kind(String apiVersion, String kind) {
    return discovery.kind(apiVersion, kind);
  }

  @Override
  public Optional<KubeObject> get(ResourceKind kind, ObjectKey key) {
    return reading(kind).get(key).map(KubernetesCluster::trimmed);
  }

  private static KubeObject trimmed(Map<String, Object> content) {
    if (content.get("metadata") instanceof Map<?, ?> metadata) {
      metadata.remove("managedFields");
    }
    return new KubeObject(content);
  }

  @Override
  public String apply(ResourceKind kind, KubeObject target, ApplyOptions options) {
    KubeObject clean = clean(target);
    Requests requests = Requests.writing(http, kind, options);
    Recreation recreation = new Recreation(requests, pause);
    try {
      String done =
          switch (options.method()) {
            case CLIENT -> new ClientSideApply(requests, kind, options, recreation).apply(clean);
            case SERVER -> new ServerSideApply(requests, kind, options).apply(clean);
            case REPLACE -> new Replacement(requests, kind, options, recreation).apply(clean);
          };
      if (!options.dryRun() && kind.kind().equals("CustomResourceDefinition")) {
        awaitServed(kind, clean);
      }
      return done;
    } catch (ClusterException e) {
      if (e.isNotFound()) {
        discovery.forget(kind.apiVersion());
      }
      throw e.getMessage().contains("metadata.annotations: Too long")
          ? new ClusterException(
              e.code(), e.getMessage() + ". Apply it with ServerSideApply=true or Replace=true.")
          : e;
    }
  }

  /** Without what only a server may say. */
  private static KubeObject clean(KubeObject target) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (target.at("metadata") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> metadata.put((String) name, value));
    }
    List.of(
            "creationTimestamp",
            "generation",
            "managedFields",
            "resourceVersion",
            "selfLink",
            "uid")
        .forEach(metadata::remove);
    Map<String, Object> content = new LinkedHashMap<>(target.content());
    content.put("metadata", metadata);
    return new KubeObject(content);
  }

  /** So that objects of the kind can follow; if it takes too long, they fail for themselves. */
  private void awaitServed(ResourceKind kind, KubeObject definition) {
    String group = definition.text("spec", "group").orElse("");
    String defined = definition.text("spec", "names", "kind").orElse("");
    List<String> versions =
        definition.list("spec", "versions").stream()
            .map(version -> (Map<?, ?>) version)
            .filter(version -> Boolean.TRUE.equals(version.get("served")))
            .map(version -> group + "/" + version.get("name"))
            .toList();
    versions.forEach(discovery::forget);
    pause.until(
        () ->
            isEstablished(kind, definition.key())
                && versions.stream().allMatch(each -> discovery.kind(each, defined).isPresent()),
        SERVED_WITHIN);
  }

  private boolean isEstablished(ResourceKind kind, ObjectKey key) {
    return get(kind, key).stream()
        .flatMap(definition -> definition.list("status", "conditions").stream())
        .map(condition -> (Map<?, ?>) condition)
        .anyMatch(
            condition ->
                "Established".equals(condition.get("type"))
                    && "True".equals(condition.get("status")));
  }

  /**
   * What the object would be after a forced server-side apply, with {@code managedFields}; nothing
   * is changed.
   *
   * @throws ClusterException when the server would refuse it, or does not serve the kind
   */
  public KubeObject tryOut(KubeObject target) {
    ResourceKind kind =
        kind(target.apiVersion(), target.kind())
            .orElseThrow(
                () ->
                    new ClusterException(
                        404,
                        "The cluster serves no %s of %s."
                            .formatted(target.kind(), target.apiVersion())));
    ApplyOptions options =
        new ApplyOptions(ApplyOptions.Method.SERVER, true, false, true, Set.of());
    KubeObject clean = clean(target);
    return new KubeObject(
        Requests.writing(http, kind, options).applyOnServer(clean.key(), clean.content()));
  }

  @Override
  public boolean delete(ResourceKind kind, ObjectKey key, Propagation propagation) {
    try {
      reading(kind).delete(key, propagation.toString());
      return true;
    } catch (ClusterException e) {
      if (e.isNotFound()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Changes an object by a merge patch, with one request.
   *
   * @return the object as it is now
   * @throws ClusterException when the server refuses
   */
  public KubeObject patch(ResourceKind kind, ObjectKey key, Map<String, Object> patch) {
    return trimmed(reading(kind).patch(key, KubeHttp.MERGE_PATCH, patch));
  }

  @Override
  public void removeFinalizer(ResourceKind kind, ObjectKey key, String finalizer) {
    for (int attempt = 1; ; attempt++) {
      Optional<KubeObject> live = get(kind, key);
      if (live.isEmpty() || !live.get().list("metadata", "finalizers").contains(finalizer)) {
        return;
      }
      try {
        reading(kind).patch(key, KubeHttp.MERGE_PATCH, without(live.get(), finalizer));
        return;
      } catch (ClusterException e) {
        if (e.isNotFound()) {
          return;
        }
        if (!e.isConflict() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static Map<String, Object> without(KubeObject live, String finalizer) {
    List<?> finalizers =
        live.list("metadata", "finalizers").stream()
            .filter(each -> !each.equals(finalizer))
            .toList();
    return Map.of(
        "metadata", Map.of("resourceVersion", live.resourceVersion(), "finalizers", finalizers));
  }

  private Requests reading(ResourceKind kind) {
    return new Requests(http, kind, Map.of());
  }
}
