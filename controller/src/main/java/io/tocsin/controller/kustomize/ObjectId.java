package io.tocsin.controller.kustomize;

/**
 * Which object, in a kustomization's eyes.
 *
 * @param namespace empty for the default one, and for objects of the cluster
 */
record ObjectId(String group, String version, String kind, String name, String namespace) {
  ObjectId {
    namespace = namespace.equals("default") ? "" : namespace;
  }

  /** Whether both are of one kind, whatever the version. */
  boolean sameKind(ObjectId other) {
    return group.equals(other.group) && kind.equals(other.kind);
  }

  @Override
  public String toString() {
    return namespace.isEmpty()
        ? "%s %s".formatted(kind, name)
        : "%s %s/%s".formatted(kind, namespace, name);
  }
}
