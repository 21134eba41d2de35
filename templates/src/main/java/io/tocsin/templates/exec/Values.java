package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoTypes;

/** What the nodes ask of a value, in the order in which values are likely. */
final class Values {
  private Values() {}

  static boolean isTrue(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof String string) {
      return !string.isEmpty();
    }
    return value != Nil.INTERFACE && GoTypes.isTrue(value);
  }

  /** The type's name; that of the variable where the value is nil. */
  static String typeName(Object value) {
    return value == null || value == Nil.INTERFACE ? "interface {}" : GoTypes.name(value);
  }
}
