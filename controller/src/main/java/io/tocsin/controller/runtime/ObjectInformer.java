package io.tocsin.controller.runtime;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The objects of one kind, listed and then watched. They are kept compressed: what is read is
 * unpacked at each call. Thread-safe.
 */
public final class ObjectInformer implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

  private final Scope scope;
  private final ServerProbe probe;
  private final ObjectStore store;
  private final ListWatch watch;
  private final Thread thread;

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

    String path() {
      String api = kind.group().isEmpty() ? "/api/" : "/apis/";
      String within = namespace.map(name -> "/namespaces/" + name).orElse("");
      return api + kind.apiVersion() + within + "/" + kind.plural();
    }

    /** The selectors, as parameters of a request. */
    Map<String, String> selection() {
      Map<String, String> selection = new LinkedHashMap<>();
      if (!labels.isEmpty()) {
        selection.put("labelSelector", labels);
      }
      name.ifPresent(one -> selection.put("fieldSelector", "metadata.name=" + one));
      return selection;
    }
  }

  /** An informer that stands alone, with a probe of its own. */
  public ObjectInformer(KubernetesClient client, Scope scope, ObjectHandler handler) {
    this(client, scope, new ServerProbe(client), handler);
  }

  /** An informer whose objects are not grouped. */
  public ObjectInformer(
      KubernetesClient client, Scope scope, ServerProbe probe, ObjectHandler handler) {
    this(client, scope, probe, object -> "", handler);
  }

  /**
   * Watches nothing before {@link #start}.
   *
   * @param probe of the same client; shared by all informers, stops with the last of them
   * @param grouping what {@link #inGroup} finds objects by
   */
  public ObjectInformer(
      KubernetesClient client,
      Scope scope,
      ServerProbe probe,
      Function<KubeObject, String> grouping,
      ObjectHandler handler) {
    this(new ApiConnection(client), scope, probe, WatchLimits.DEFAULT, grouping, handler);
  }

  ObjectInformer(
      ApiConnection api,
      Scope scope,
      ServerProbe probe,
      WatchLimits limits,
      Function<KubeObject, String> grouping,
      ObjectHandler handler) {
    this.scope = scope;
    this.probe = probe;
    this.store = new ObjectStore(grouping);
    this.watch = new ListWatch(api, scope, new Mirror(store, handler), limits);
    this.thread = Thread.ofVirtual().name("watch-" + what().replace(' ', '-')).unstarted(watch);
  }

  /** Starts; failures to reach the API are tried again until it answers. */
  public void start() {
    probe.add(watch);
    thread.start();
  }

  /** What is watched, such as {@code configmaps argocd-notifications-cm}. */
  public String what() {
    return scope.kind().plural() + scope.name().map(name -> " " + name).orElse("");
  }

  /** Whether the handler has heard of every object once. */
  public boolean synced() {
    return watch.synced();
  }

  /** Whether changes would be heard of now. Of a server that is silent, the probe knows. */
  public boolean watching() {
    return watch.watching();
  }

  /** Why listing or watching failed last, or an empty string while all is well. */
  public String failure() {
    return watch.failure();
  }

  /** Watches that ended before their time and were begun again. */
  public long restarts() {
    return watch.restarts();
  }

  public Optional<KubeObject> get(ObjectKey key) {
    return store.get(key).map(PackedObject::object);
  }

  /** The object as it is kept, so that who has unpacked it need not do so again. */
  public Optional<PackedObject> packed(ObjectKey key) {
    return store.get(key);
  }

  /** All of them at once: for kinds of which there are few. */
  public List<KubeObject> list() {
    return store.stream().map(PackedObject::object).toList();
  }

  /** All of them, as they are kept: of many, unpack one after the other. */
  public Stream<PackedObject> packed() {
    return store.stream();
  }

  /** Those that the grouping says this of. */
  public Stream<PackedObject> inGroup(String group) {
    return store.stream().filter(object -> object.group().equals(group));
  }

  /** Ends the watch; the handler hears nothing more, unless it takes long over its last call. */
  @Override
  public void close() {
    probe.remove(watch);
    watch.close();
    thread.interrupt();
    try {
      if (thread.isAlive() && Thread.currentThread() != thread) {
        var _ = thread.join(STOP_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
