package io.tocsin.templates.golang;

import java.util.Map;
import java.util.Optional;

/** A Go value with exported fields and methods, such as a {@code time.Time}. Immutable. */
public interface GoObject {
  /** The name of its Go type, such as {@code time.Time}. */
  String typeName();

  /** The fields, in order, exported or not, as Go prints them. */
  default Map<String, Object> fields() {
    return Map.of();
  }

  /** The exported field of that name; an empty optional when there is none. */
  default Optional<Object> field(String name) {
    return Optional.ofNullable(fields().get(name))
        .filter(value -> Character.isUpperCase(name.codePointAt(0)));
  }

  /**
   * The exported method of that name, bound to this value; an empty optional when there is none.
   */
  default Optional<GoFunction> method(String name) {
    return Optional.empty();
  }

  /**
   * What the value is but for its name and methods: the {@link Long} of a {@code time.Duration},
   * the {@link GoInt} of a {@code time.Month}; empty for a struct.
   */
  default Optional<Object> underlying() {
    return Optional.empty();
  }
}
