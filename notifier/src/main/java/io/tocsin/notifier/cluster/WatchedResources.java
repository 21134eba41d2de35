package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.notifier.cluster.Definition.Place;
import io.tocsin.notifier.config.Configuration;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import io.tocsin.notifier.pipeline.StateWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kinds beside Applications that configurations have watched: begun and ended as they say, and
 * as the API server serves them. Thread-safe.
 */
final class WatchedResources implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WatchedResources.class);

  /** Between two questions for a kind that is not served yet. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private static final Duration LOOK = Duration.ofMillis(500);

  private final Supplier<List<Scoped>> configurations;
  private final ServedKinds kinds;
  private final Function<Place, ResourcePipeline> pipelines;
  private final Listener listener;
  private final Map<Place, ResourcePipeline> watched = new ConcurrentHashMap<>();

  /** Also of what is no longer watched: of it something may still be sent. */
  private final Collection<StateWriter> writers = new ConcurrentLinkedQueue<>();

  private final AtomicBoolean queued = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("resources").factory());
  private volatile List<Definition> definitions = List.of();
  private Future<?> retry = CompletableFuture.completedFuture(null);
  private Future<?> look = CompletableFuture.completedFuture(null);

  /** Hears what else there is to do. */
  interface Listener {
    /** Configurations mean Applications as well, which are watched elsewhere. */
    void applicationsMeant();

    /** All objects of what is watched are known. */
    void known();
  }

  /**
   * Watches nothing before {@link #update}.
   *
   * @param configurations that may have kinds watched
   * @param pipelines makes what watches the objects of a kind
   */
  WatchedResources(
      Supplier<List<Scoped>> configurations,
      ServedKinds kinds,
      Function<Place, ResourcePipeline> pipelines,
      Listener listener) {
    this.configurations = configurations;
    this.kinds = kinds;
    this.pipelines = pipelines;
    this.listener = listener;
  }

  /** Takes in what configurations say now; returns at once. */
  void update() {
    if (queued.getAndSet(true)) {
      return;
    }
    try {
      thread.execute(this::turn);
    } catch (RejectedExecutionException e) {
      log.debug("kinds are not watched anew, as this stops");
    }
  }

  /** Those that speak for an object of that place. */
  List<Scoped> of(Place place, KubeObject object) {
    return definitions.stream()
        .filter(definition -> definition.place().equals(place) && definition.means(object))
        .map(Definition::scoped)
        .toList();
  }

  /** Kinds that are configured and not watched: not served, or not permitted. */
  int missing() {
    return kinds.missing() + (int) definitions.stream().filter(this::fails).count();
  }

  Stream<ObjectInformer> watches() {
    return watched.values().stream().flatMap(ResourcePipeline::watches);
  }

  /** Looks again at what time alone can change something for. */
  void lookAgain() {
    watched.values().forEach(ResourcePipeline::lookAgain);
    if (definitions.stream().anyMatch(this::fails)) {
      update();
    }
  }

  /** A kind whose watch fails may be served in another version by now. */
  private boolean fails(Definition definition) {
    return !failure(definition).isEmpty();
  }

  /** Why its watch fails, or an empty string. */
  private String failure(Definition definition) {
    return Stream.ofNullable(watched.get(definition.place()))
        .flatMap(ResourcePipeline::watches)
        .map(ObjectInformer::failure)
        .filter(failure -> !failure.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** An object, by the name of what it is watched as. */
  Optional<KubeObject> get(String scope, String resource, ObjectKey key) {
    return places(scope, resource)
        .flatMap(place -> Optional.ofNullable(watched.get(place)).stream())
        .flatMap(pipeline -> pipeline.get(key).stream())
        .findFirst();
  }

  /** Whether what is watched under that name is watched with the Applications. */
  boolean areApplications(String scope, String resource) {
    return places(scope, resource).anyMatch(Place.APPLICATIONS::equals);
  }

  /** Whether an object of what is watched under that name would be found if it were there. */
  boolean knows(String scope, String resource) {
    boolean configured =
        configurations.get().stream()
            .filter(scoped -> scoped.scope().equals(scope))
            .anyMatch(scoped -> scoped.configuration().resources().containsKey(resource));
    return !configured || places(scope, resource).anyMatch(this::synced);
  }

  private static List<Place> places(List<Definition> definitions) {
    return definitions.stream().map(Definition::place).toList();
  }

  private Stream<Place> places(String scope, String resource) {
    return definitions.stream()
        .filter(definition -> definition.scoped().scope().equals(scope))
        .filter(definition -> definition.resource().name().equals(resource))
        .map(Definition::place);
  }

  private boolean synced(Place place) {
    ResourcePipeline pipeline = watched.get(place);
    return pipeline != null && pipeline.watches().allMatch(ObjectInformer::synced);
  }

  /** Watches nothing more, which is no news of the objects. */
  void stopWatching() {
    thread.shutdownNow();
    watched.values().forEach(ResourcePipeline::stopWatching);
  }

  /** Writes what is due. */
  @Override
  public void close() {
    writers.forEach(StateWriter::close);
  }

  private void turn() {
    queued.set(false);
    guarded(() -> take(kinds.find(configurations.get(), definitions, this::fails)));
  }

  /** Changes nothing while nothing else is served. */
  private void retry() {
    guarded(
        () -> {
          List<Definition> now = kinds.find(configurations.get(), definitions, this::fails);
          if (!places(now).equals(places(definitions))) {
            take(now);
          }
        });
  }

  private void guarded(Runnable step) {
    retry.cancel(false);
    try {
      step.run();
    } catch (RuntimeException e) {
      log.error("kinds could not be watched: {}", e.toString(), e);
    }
    if (kinds.missing() > 0) {
      retry = thread.schedule(this::retry, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void take(List<Definition> now) {
    List<Definition> before = definitions;
    definitions = List.copyOf(now);
    Map<Place, Set<Scope>> wanted = new HashMap<>();
    for (Definition definition : now) {
      wanted
          .computeIfAbsent(definition.place(), place -> new HashSet<>())
          .addAll(definition.scopes());
    }
    if (wanted.remove(Place.APPLICATIONS) != null) {
      listener.applicationsMeant();
    }
    for (Place place : Set.copyOf(watched.keySet())) {
      if (!wanted.containsKey(place)) {
        watched.remove(place).stopWatching();
        log.info("{} are no longer watched", place.kind().resource());
      }
    }
    wanted.forEach(
        (place, scopes) -> {
          ResourcePipeline pipeline = watched.computeIfAbsent(place, this::begun);
          if (!speaking(before, place).equals(speaking(now, place))) {
            pipeline.again();
          }
          pipeline.watch(scopes);
        });
    awaitKnown();
  }

  private ResourcePipeline begun(Place place) {
    log.info("{} are to be watched", place.kind().resource());
    ResourcePipeline pipeline = pipelines.apply(place);
    writers.add(pipeline.writer());
    return pipeline;
  }

  /** The configurations that speak of a place; of two that say the same, each is another. */
  private static Set<Configuration> speaking(List<Definition> definitions, Place place) {
    Set<Configuration> speaking = Collections.newSetFromMap(new IdentityHashMap<>());
    definitions.stream()
        .filter(definition -> definition.place().equals(place))
        .forEach(definition -> speaking.add(definition.scoped().configuration()));
    return speaking;
  }

  /** Asks until all are. */
  private void awaitKnown() {
    look.cancel(false);
    kinds.failing(definitions, this::failure);
    if (watches().allMatch(ObjectInformer::synced)) {
      listener.known();
    } else {
      look = thread.schedule(this::awaitKnown, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
