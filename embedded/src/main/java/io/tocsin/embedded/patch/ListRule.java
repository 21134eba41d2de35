package io.tocsin.embedded.patch;

import java.util.List;

/** How two versions of a list are merged. */
public sealed interface ListRule {
  /** One replaces the other. */
  record Atomic() implements ListRule {}

  /** A set of scalars: their union. */
  record Members() implements ListRule {}

  /**
   * A set of objects that some of their fields tell apart.
   *
   * @param keys the names of these fields; strategic merge patches look at the first alone
   */
  record Keyed(List<String> keys) implements ListRule {}
}
