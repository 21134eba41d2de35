package io.tocsin.embedded.http;

/**
 * Told of every request for objects before it is answered; may throw a {@link
 * io.tocsin.embedded.api.Failure} to refuse it. Safe for use by many threads.
 */
@FunctionalInterface
public interface RequestLog {
  /**
   * @param verb such as {@code list}
   * @param resource such as {@code applications.argoproj.io}
   */
  void count(String verb, String resource);
}
