package io.tocsin.embedded.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes within one critical section of the {@link Database}. What was written before an
 * exception stays, so check first.
 */
public interface Transaction {
  /** The version of the last change. */
  long version();

  Optional<Stored> get(Key key);

  /** The objects of a resource in a namespace, or in all when it is empty. */
  List<Stored> list(String resource, String namespace);

  /** All objects of all resources. */
  List<Stored> all();

  /** Stores an object as a new version; its {@code metadata.resourceVersion} is set. */
  Stored put(Key key, Map<String, Object> object);

  /** Removes an object that exists; its last state comes back under the deletion's version. */
  Stored remove(Key key);
}
