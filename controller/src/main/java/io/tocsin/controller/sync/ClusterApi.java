package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import java.util.Optional;

/** One cluster. Every method may throw a {@link ClusterException}; safe for use by many threads. */
public interface ClusterApi {
  /** How the API serves a kind; asks again for what it did not know. */
  Optional<ResourceKind> kind(String apiVersion, String kind);

  /** The object as it is now. */
  Optional<KubeObject> get(ResourceKind kind, ObjectKey key);

  /**
   * Makes the object what it is to be.
   *
   * @return what was done, as kubectl says it: {@code deployment.apps/ui configured}
   */
  String apply(ResourceKind kind, KubeObject target, ApplyOptions options);

  /** Deletes the object; false when it was not there. */
  boolean delete(ResourceKind kind, ObjectKey key, Propagation propagation);

  /** Takes a finalizer off the object, if both are there. */
  void removeFinalizer(ResourceKind kind, ObjectKey key, String finalizer);
}
