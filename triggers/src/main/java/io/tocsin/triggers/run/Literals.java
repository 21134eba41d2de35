package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoInt;
import java.util.Set;

/**
 * The set that a list of literals becomes to the right of {@code in}. It holds strings or ints
 * only, and asking for a value of another type is an error; nil counts as the empty string or 0.
 *
 * @param values of one type
 * @param type that type
 */
public record Literals(Set<Object> values, Class<?> type) {
  public static Literals ofTexts(Set<Object> values) {
    return new Literals(values, String.class);
  }

  public static Literals ofInts(Set<Object> values) {
    return new Literals(values, GoInt.class);
  }

  public Literals {
    values = Set.copyOf(values);
  }

  boolean contains(Object value) {
    if (type.isInstance(value)) {
      return values.contains(value);
    }
    if (value == null) {
      return values.contains(type == String.class ? "" : GoInt.of(0));
    }
    throw new Failure(
        "%s cannot be one of %s"
            .formatted(Values.typeName(value), type == String.class ? "strings" : "ints"));
  }
}
