package io.tocsin.templates.golang;

import java.util.Optional;

/** A Go value with exported fields and methods, such as a {@code time.Time}. Immutable. */
public interface GoObject {
  /** The name of its Go type, such as {@code time.Time}. */
  String typeName();

  /** The exported field of that name; an empty optional when there is none. */
  default Optional<Object> field(String name) {
    return Optional.empty();
  }

  /**
   * The exported method of that name, bound to this value; an empty optional when there is none.
   */
  default Optional<GoFunction> method(String name) {
    return Optional.empty();
  }
}
