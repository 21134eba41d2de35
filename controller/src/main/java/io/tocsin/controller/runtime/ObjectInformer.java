package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects of one kind, listed and then watched. Thread-safe. */
public final class ObjectInformer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ObjectInformer.class);
  private static final long PAGE = 200;

  private final Scope scope;
  private final SharedIndexInformer<GenericKubernetesResource> informer;
  private volatile String failure = "";
  private volatile boolean webSocket;

  /**
   * What is watched.
   *
   * @param namespace absent for all namespaces
   * @param labels a label selector, empty for all
   * @param name absent for all names
   */
  public record Scope(
      ResourceKind kind, Optional<String> namespace, String labels, Optional<String> name) {
    public static Scope all(ResourceKind kind, String namespace) {
      return new Scope(kind, Optional.of(namespace), "", Optional.empty());
    }

    public static Scope one(ResourceKind kind, ObjectKey key) {
      return new Scope(kind, Optional.of(key.namespace()), "", Optional.of(key.name()));
    }
  }

  public ObjectInformer(KubernetesClient client, Scope scope, ObjectHandler handler) {
    this.scope = scope;
    this.informer =
        filtered(client, scope)
            .withLimit(PAGE)
            .runnableInformer(0)
            .itemStore(new TrimmedStore())
            .exceptionHandler(this::retried)
            .addEventHandler(new Adapter(handler));
  }

  /** Starts; failures to reach the API are tried again until it answers. */
  public void start() {
    informer.start();
  }

  /** What is watched, such as {@code configmaps argocd-notifications-cm}. */
  public String what() {
    return scope.kind().plural() + scope.name().map(name -> " " + name).orElse("");
  }

  public boolean synced() {
    return informer.hasSynced();
  }

  /** Whether changes would be heard of now. */
  public boolean watching() {
    if (informer.isWatching()) {
      webSocket = true;
      failure = "";
      return true;
    }
    // the client says that it watches only where it does so over a web socket
    return !webSocket && informer.hasSynced() && failure.isEmpty();
  }

  public Optional<KubeObject> get(ObjectKey key) {
    String item = Cache.namespaceKeyFunc(key.namespace(), key.name());
    return Optional.ofNullable(informer.getStore().getByKey(item)).map(KubeObjects::of);
  }

  public List<KubeObject> list() {
    return informer.getStore().list().stream().map(KubeObjects::of).toList();
  }

  @Override
  public void close() {
    informer.stop();
  }

  /** Why listing or watching failed last, or an empty string while all is well. */
  public String failure() {
    return watching() ? "" : failure;
  }

  private boolean retried(boolean started, Throwable cause) {
    String sentence = sentence(cause);
    if (!sentence.equals(failure)) {
      failure = sentence;
      log.warn("{}; tried again until it works", sentence);
    }
    return true;
  }

  private String sentence(Throwable cause) {
    String name = scope.kind().resource();
    Throwable root = cause;
    for (Throwable next = cause; next != null; next = next.getCause()) {
      int code = next instanceof KubernetesClientException e ? e.getCode() : 0;
      if (code == HttpURLConnection.HTTP_NOT_FOUND) {
        return "the API server does not serve %s: is its CustomResourceDefinition installed?"
            .formatted(name);
      }
      if (code == HttpURLConnection.HTTP_FORBIDDEN) {
        return "listing and watching %s is forbidden to this user".formatted(name);
      }
      if (next instanceof ConnectException) {
        return "listing and watching %s failed: the API server does not answer".formatted(name);
      }
      root = next;
    }
    String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return "listing and watching %s failed: %s".formatted(name, reason);
  }

  private static FilterWatchListDeletable<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      filtered(KubernetesClient client, Scope scope) {
    MixedOperation<
            GenericKubernetesResource,
            GenericKubernetesResourceList,
            Resource<GenericKubernetesResource>>
        kind = client.genericKubernetesResources(scope.kind().context());
    NonNamespaceOperation<
            GenericKubernetesResource,
            GenericKubernetesResourceList,
            Resource<GenericKubernetesResource>>
        in = scope.namespace().isPresent() ? kind.inNamespace(scope.namespace().get()) : kind;
    if (scope.name().isPresent()) {
      return in.withField("metadata.name", scope.name().get());
    }
    return scope.labels().isEmpty()
        ? in.withLabels(Map.of())
        : in.withLabelSelector(scope.labels());
  }

  private static final class TrimmedStore extends BasicItemStore<GenericKubernetesResource> {
    TrimmedStore() {
      super(Cache::metaNamespaceKeyFunc);
    }

    @Override
    public GenericKubernetesResource put(String key, GenericKubernetesResource resource) {
      resource.getMetadata().setManagedFields(List.of());
      return super.put(key, resource);
    }
  }

  private record Adapter(ObjectHandler handler)
      implements ResourceEventHandler<GenericKubernetesResource> {
    @Override
    public void onAdd(GenericKubernetesResource added) {
      guarded(() -> handler.present(KubeObjects.of(added)));
    }

    @Override
    public void onUpdate(GenericKubernetesResource old, GenericKubernetesResource updated) {
      if (!old.getMetadata()
          .getResourceVersion()
          .equals(updated.getMetadata().getResourceVersion())) {
        guarded(() -> handler.present(KubeObjects.of(updated)));
      }
    }

    @Override
    public void onDelete(GenericKubernetesResource deleted, boolean finalStateUnknown) {
      guarded(() -> handler.gone(KubeObjects.of(deleted)));
    }

    private static void guarded(Runnable call) {
      try {
        call.run();
      } catch (RuntimeException e) {
        log.error("a handler failed: {}", e.toString(), e);
      }
    }
  }
}
