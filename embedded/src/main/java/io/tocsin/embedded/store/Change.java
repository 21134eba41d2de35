package io.tocsin.embedded.store;

import java.util.Optional;

/**
 * One step in the history of an object.
 *
 * @param object the new version; for a deletion the last state under the deletion's own version
 * @param before the version that was current before
 */
public record Change(Kind kind, Stored object, Optional<Stored> before) {
  /** What happened. */
  public enum Kind {
    ADDED,
    MODIFIED,
    DELETED
  }

  long version() {
    return object.version();
  }
}
