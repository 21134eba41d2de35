package io.tocsin.controller.runtime;

/**
 * Which object of a cluster, whatever the version it is read in.
 *
 * @param group empty for the core group
 * @param namespace empty for an object of the cluster
 */
public record ResourceKey(String group, String kind, String namespace, String name) {
  public static ResourceKey of(KubeObject object) {
    return new ResourceKey(object.group(), object.kind(), object.namespace(), object.name());
  }

  /** {@code group/kind/namespace/name}, the parts that are empty left out. */
  @Override
  public String toString() {
    String place = namespace.isEmpty() ? name : namespace + "/" + name;
    return (group.isEmpty() ? kind : group + "/" + kind) + "/" + place;
  }
}
