package io.tocsin.embedded.store;

/**
 * Where an object is kept.
 *
 * @param resource plural and group, such as {@code applications.argoproj.io}; the plural alone for
 *     the core group
 * @param namespace empty for cluster-scoped objects
 */
public record Key(String resource, String namespace, String name) {
  /** The order of objects in lists. */
  String path() {
    return namespace + "/" + name;
  }
}
