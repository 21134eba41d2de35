package io.tocsin.controller.runtime;

/**
 * Which object of a kind.
 *
 * @param namespace empty for an object of the cluster
 */
public record ObjectKey(String namespace, String name) {
  /** Reads {@code NAMESPACE/NAME}, or {@code NAME} in a namespace. */
  public static ObjectKey parse(String text, String namespace) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new ObjectKey(namespace, text)
        : new ObjectKey(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
