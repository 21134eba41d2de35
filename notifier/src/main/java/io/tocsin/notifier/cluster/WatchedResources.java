package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ClusterException;
import io.tocsin.controller.sync.cluster.Discovery;
import io.tocsin.notifier.cluster.Definition.Place;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Supplier<List<Scoped>> configurations;
  private final Discovery discovery;
  private final Function<Place, ResourcePipeline> pipelines;
  private final Runnable applications;
  private final Runnable known;
  private final Problems problems;
  private final Map<Place, ResourcePipeline> watched = new ConcurrentHashMap<>();
  private final Set<String> said = new HashSet<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("resources").factory());
  private volatile List<Definition> definitions = List.of();
  private volatile int missing;
  private Future<?> retry = CompletableFuture.completedFuture(null);

  /** Hears what keeps a kind from being watched. */
  @FunctionalInterface
  interface Problems {
    /**
     * Called once for as long as it lasts.
     *
     * @param scope whose configuration
     * @param sentence names the key
     */
    void tell(String scope, String sentence);
  }

  /**
   * Watches nothing before {@link #update}.
   *
   * @param configurations that may have kinds watched
   * @param pipelines makes what watches the objects of a kind
   * @param applications told when configurations mean Applications as well, which are watched
   *     elsewhere
   * @param known told when all objects of what is watched are
   */
  WatchedResources(
      Supplier<List<Scoped>> configurations,
      Discovery discovery,
      Function<Place, ResourcePipeline> pipelines,
      Runnable applications,
      Runnable known,
      Problems problems) {
    this.configurations = configurations;
    this.discovery = discovery;
    this.pipelines = pipelines;
    this.applications = applications;
    this.known = known;
    this.problems = problems;
  }

  /** Takes in what configurations say now; returns at once. */
  void update() {
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

  /** Kinds that are configured and not served. */
  int missing() {
    return missing;
  }

  Stream<ObjectInformer> watches() {
    return watched.values().stream().flatMap(ResourcePipeline::watches);
  }

  void lookAgain() {
    watched.values().forEach(ResourcePipeline::lookAgain);
  }

  /** An object, by the name of what it is watched as. */
  Optional<KubeObject> get(String scope, String resource, ObjectKey key) {
    return definitions.stream()
        .filter(definition -> definition.scoped().scope().equals(scope))
        .filter(definition -> definition.resource().name().equals(resource))
        .flatMap(definition -> Optional.ofNullable(watched.get(definition.place())).stream())
        .flatMap(pipeline -> pipeline.get(key).stream())
        .findFirst();
  }

  /** Whether an object of what is watched under that name would be found if it were there. */
  boolean knows(String scope, String resource) {
    return configurations.get().stream()
        .filter(scoped -> scoped.scope().equals(scope))
        .filter(scoped -> scoped.configuration().resources().containsKey(resource))
        .allMatch(
            scoped ->
                definitions.stream()
                    .filter(definition -> definition.scoped().scope().equals(scope))
                    .filter(definition -> definition.resource().name().equals(resource))
                    .anyMatch(definition -> synced(definition.place())));
  }

  private boolean synced(Place place) {
    ResourcePipeline pipeline = watched.get(place);
    return pipeline != null && pipeline.watches().allMatch(ObjectInformer::synced);
  }

  /** Asks until all are. */
  private void awaitKnown() {
    if (watches().allMatch(ObjectInformer::synced)) {
      known.run();
    } else {
      var _ = thread.schedule(this::awaitKnown, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  void stopWatching() {
    thread.shutdownNow();
    watched.values().forEach(ResourcePipeline::stopWatching);
  }

  @Override
  public void close() {
    watched.values().forEach(ResourcePipeline::close);
  }

  private void turn() {
    try {
      take(defined());
    } catch (RuntimeException e) {
      log.error("kinds could not be watched: {}", e.toString(), e);
    }
    retry.cancel(false);
    if (missing > 0) {
      retry = thread.schedule(this::retry, RETRY.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Changes nothing while nothing more is served. */
  private void retry() {
    List<Definition> now = defined();
    if (now.size() > definitions.size()) {
      take(now);
    }
    if (missing > 0) {
      retry = thread.schedule(this::retry, RETRY.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private List<Definition> defined() {
    List<Definition> all = new ArrayList<>();
    Set<String> still = new HashSet<>();
    int unserved = 0;
    for (Scoped scoped : configurations.get()) {
      for (WatchedResource resource : scoped.configuration().resources().values()) {
        Optional<ResourceKind> kind = kind(scoped, resource, still);
        if (kind.isEmpty()) {
          unserved++;
        }
        kind.ifPresent(served -> all.add(Definition.of(scoped, resource, served)));
      }
    }
    said.retainAll(still);
    missing = unserved;
    return all;
  }

  private Optional<ResourceKind> kind(Scoped scoped, WatchedResource resource, Set<String> still) {
    Optional<ResourceKind> known = known(scoped, resource);
    if (known.isPresent()) {
      return known;
    }
    try {
      Optional<ResourceKind> kind =
          discovery.find(resource.group(), resource.version(), resource.type());
      if (kind.isEmpty()) {
        say(scoped, resource, "the API server does not serve " + title(resource), still);
      }
      return kind;
    } catch (ClusterException e) {
      say(
          scoped,
          resource,
          "the API server does not say whether it serves %s: %s"
              .formatted(title(resource), e.getMessage()),
          still);
      return Optional.empty();
    }
  }

  private Optional<ResourceKind> known(Scoped scoped, WatchedResource resource) {
    return definitions.stream()
        .filter(definition -> definition.scoped().scope().equals(scoped.scope()))
        .filter(definition -> definition.resource().equals(resource))
        .map(Definition::kind)
        .findFirst();
  }

  private void say(Scoped scoped, WatchedResource resource, String why, Set<String> still) {
    String sentence = "resource.%s: %s; it is watched once it does".formatted(resource.name(), why);
    still.add(scoped.scope() + ":" + sentence);
    if (said.add(scoped.scope() + ":" + sentence)) {
      problems.tell(scoped.scope(), sentence);
    }
  }

  private static String title(WatchedResource resource) {
    return resource.version().isEmpty()
        ? resource.title()
        : resource.title() + " in version " + resource.version();
  }

  private void take(List<Definition> now) {
    definitions = List.copyOf(now);
    Map<Place, Set<Scope>> wanted = new HashMap<>();
    for (Definition definition : now) {
      wanted
          .computeIfAbsent(definition.place(), place -> new HashSet<>())
          .addAll(definition.scopes());
    }
    if (wanted.remove(Place.APPLICATIONS) != null) {
      applications.run();
    }
    for (Place place : Set.copyOf(watched.keySet())) {
      if (!wanted.containsKey(place)) {
        end(watched.remove(place));
        log.info("{} are no longer watched", place.kind().resource());
      }
    }
    wanted.forEach(
        (place, scopes) -> {
          if (!watched.containsKey(place)) {
            log.info("{} are watched", place.kind().resource());
          }
          watched.computeIfAbsent(place, pipelines).watch(scopes);
        });
    awaitKnown();
  }

  /** What is being sent about its objects may still have to be recorded. */
  private static void end(ResourcePipeline pipeline) {
    pipeline.stopWatching();
    Thread.ofVirtual().name("resources-end").start(pipeline::close);
  }
}
