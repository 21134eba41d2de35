package io.tocsin.controller.sync.cluster;

/** Hears of requests to a cluster that were answered, on many threads. Must not throw. */
@FunctionalInterface
public interface RequestListener {
  /** Hears nothing. */
  RequestListener NONE = (verb, resource, namespace, code) -> {};

  /**
   * A request has ended.
   *
   * @param verb one of Get, List, Create, Update, Patch and Delete
   * @param resource the plural in the path, such as {@code deployments}
   * @param namespace empty for what has none
   * @param code of HTTP; 0 when there was no answer
   */
  void answered(String verb, String resource, String namespace, int code);
}
