package io.tocsin.controller.reconcile.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tocsin.controller.compare.Scopes;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.runtime.ServerProbe;
import io.tocsin.controller.sync.ClusterException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * What lives in a cluster, of the kinds that somebody asked for once: watched from then on, kept
 * compressed, found by what tracks it. Thread-safe.
 */
public final class LiveState implements Scopes, AutoCloseable {
  private static final long STEP_MILLIS = 10;

  private final KubernetesClient client;
  private final ClusterAccess access;
  private final ServerProbe probe;
  private final TrackedObjects tracked;
  private final Unpacked unpacked = new Unpacked();
  private final Map<ResourceKind, List<ObjectInformer>> watches = new ConcurrentHashMap<>();
  private final Map<GroupKind, ResourceKind> kinds = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private record GroupKind(String group, String kind) {}

  LiveState(KubernetesClient client, ClusterAccess access, TrackedObjects tracked) {
    this.client = client;
    this.access = access;
    this.probe = new ServerProbe(client);
    this.tracked = tracked;
  }

  /** Watches the kinds from now on; those that the cluster's Secret leaves out are passed over. */
  public synchronized void watch(Collection<ResourceKind> wanted) {
    for (ResourceKind kind : wanted) {
      kinds.putIfAbsent(new GroupKind(kind.group(), kind.kind()), kind);
      if (!closed && !watches.containsKey(kind) && access.manages(kind.namespaced())) {
        List<ObjectInformer> informers =
            scopes(kind)
                .map(scope -> new ObjectInformer(client, scope, probe, tracked.handler(kind)))
                .toList();
        watches.put(kind, informers);
        informers.forEach(ObjectInformer::start);
      }
    }
  }

  private Stream<Scope> scopes(ResourceKind kind) {
    return kind.namespaced() && !access.namespaces().isEmpty()
        ? access.namespaces().stream().map(namespace -> Scope.all(kind, namespace))
        : Stream.of(new Scope(kind, Optional.empty(), "", Optional.empty()));
  }

  /**
   * Waits until all objects of the kinds are known.
   *
   * @return a sentence when that did not come about in time, else an empty string
   */
  public String await(Collection<ResourceKind> wanted, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    Optional<ObjectInformer> late = late(wanted);
    while (late.isPresent() && System.nanoTime() < end && late.get().failure().isEmpty()) {
      Thread.sleep(STEP_MILLIS);
      late = late(wanted);
    }
    return late.map(
            informer ->
                "cannot list %s in cluster %s: %s"
                    .formatted(
                        informer.what(),
                        access,
                        informer.failure().isEmpty()
                            ? "no answer within " + limit.toSeconds() + " s"
                            : informer.failure()))
        .orElse("");
  }

  private Optional<ObjectInformer> late(Collection<ResourceKind> wanted) {
    return wanted.stream()
        .flatMap(kind -> watches.getOrDefault(kind, List.of()).stream())
        .filter(informer -> !informer.synced())
        .findFirst();
  }

  @Override
  public Optional<Boolean> isNamespaced(String group, String kind) {
    return Optional.ofNullable(kinds.get(new GroupKind(group, kind))).map(ResourceKind::namespaced);
  }

  /** The kind as it is watched, if it is. */
  public Optional<ResourceKind> kind(String group, String kind) {
    return Optional.ofNullable(kinds.get(new GroupKind(group, kind)));
  }

  /**
   * The objects that carry the instance's mark and have no owner.
   *
   * @throws ClusterException when the connection was closed, as its Secret has changed
   */
  public Map<ResourceKey, KubeObject> of(String instance) {
    if (closed) {
      throw new ClusterException(0, "the connection to cluster %s was closed".formatted(access));
    }
    Map<ResourceKey, KubeObject> live = new LinkedHashMap<>();
    tracked
        .of(instance)
        .forEach((key, kind) -> get(kind, key).ifPresent(object -> live.put(key, object)));
    return live;
  }

  /** An object of a kind that is watched. */
  public Optional<KubeObject> get(ResourceKind kind, ResourceKey key) {
    ObjectKey name = new ObjectKey(key.namespace(), key.name());
    return watches.getOrDefault(kind, List.of()).stream()
        .flatMap(informer -> informer.packed(name).stream())
        .findFirst()
        .map(packed -> unpacked.object(key, packed));
  }

  /** Objects of a namespace that nobody tracks and nobody owns, of kinds that are watched. */
  public List<ResourceKey> untracked(String namespace) {
    return tracked.untracked(namespace);
  }

  /** How many kinds are watched. */
  public int size() {
    return watches.size();
  }

  /** How many objects are known. */
  public long objects() {
    return watches.values().stream()
        .flatMap(List::stream)
        .mapToLong(informer -> informer.packed().count())
        .sum();
  }

  /** Why the cluster does not answer; empty while it does. */
  public String failure() {
    return probe.failure();
  }

  @Override
  public synchronized void close() {
    closed = true;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      watches.values().stream()
          .flatMap(List::stream)
          .forEach(informer -> threads.execute(informer::close));
    }
    watches.clear();
    probe.close();
  }
}
