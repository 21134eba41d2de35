package io.tocsin.controller.runtime;

/**
 * Which object of a kind.
 *
 * @param namespace empty for an object of the cluster
 */
public record ObjectKey(String namespace, String name) {
  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
