package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.Change;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectInformer;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.PackedObject;
import io.tocsin.notifier.pipeline.Pipeline;
import io.tocsin.notifier.pipeline.StateWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The watches of one kind, and what their objects go through. */
final class ResourcePipeline {
  private final Pipeline pipeline;
  private final StateWriter writer;
  private final WatchedObjects objects;
  private final BiFunction<Scope, ObjectHandler, ObjectInformer> informers;
  private final Map<Scope, ObjectInformer> watches = new ConcurrentHashMap<>();

  /**
   * Watches nothing yet.
   *
   * @param writer of the pipeline
   * @param informers makes one that is not started
   */
  ResourcePipeline(
      Pipeline pipeline,
      StateWriter writer,
      WatchedObjects objects,
      BiFunction<Scope, ObjectHandler, ObjectInformer> informers) {
    this.pipeline = pipeline;
    this.writer = writer;
    this.objects = objects;
    this.informers = informers;
  }

  /** Looks again at all that is known. */
  void again() {
    watches().forEach(watch -> objects.again(watch.packed()));
  }

  /** Watches these from now on, and nothing else. */
  void watch(Set<Scope> scopes) {
    for (Scope scope : Set.copyOf(watches.keySet())) {
      if (!scopes.contains(scope)) {
        watches.remove(scope).close();
      }
    }
    for (Scope scope : scopes) {
      watches.computeIfAbsent(scope, this::started);
    }
  }

  Stream<ObjectInformer> watches() {
    return watches.values().stream();
  }

  /** Looks again at what time alone can change something for. */
  void lookAgain() {
    pipeline.clocked().forEach(key -> objects.again(packed(key).stream()));
  }

  Optional<KubeObject> get(ObjectKey key) {
    return packed(key).map(PackedObject::object);
  }

  /** Ends the watches, which are no news of the objects. */
  void stopWatching() {
    watches.values().forEach(ObjectInformer::close);
    watches.clear();
  }

  /** What records on the objects what they were told of; the caller's to close. */
  StateWriter writer() {
    return writer;
  }

  private ObjectInformer started(Scope scope) {
    ObjectInformer informer = informers.apply(scope, new Shown());
    informer.start();
    return informer;
  }

  private Optional<PackedObject> packed(ObjectKey key) {
    return watches().flatMap(watch -> watch.packed(key).stream()).findFirst();
  }

  /** An object that leaves one watch may still be in another. */
  private final class Shown implements ObjectHandler {
    @Override
    public void present(KubeObject object) {
      objects.present(object);
    }

    @Override
    public void present(KubeObject object, PackedObject packed, Change change) {
      objects.present(object, packed, change);
    }

    @Override
    public void gone(KubeObject last) {
      if (packed(last.key()).isEmpty()) {
        objects.gone(last);
      }
    }
  }
}
