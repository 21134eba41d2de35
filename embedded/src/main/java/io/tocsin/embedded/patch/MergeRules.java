package io.tocsin.embedded.patch;

import java.util.List;

/** How the parts of a kind of objects are merged. */
public interface MergeRules {
  /**
   * The rule of a list.
   *
   * @param path the names of the fields that lead to it; elements of lists are not counted
   */
  ListRule list(List<String> path);

  /** Whether a map is replaced as a whole by server-side apply. */
  boolean isAtomicMap(List<String> path);
}
