package io.tocsin.templates.exec;

/** Something that has a value. Immutable. */
@FunctionalInterface
interface Expression {
  /**
   * @return null for no value and {@link Nil#INTERFACE} for a nil that a map or list holds; the two
   *     print alike, but a field of the latter is an error
   */
  Object value(Frame frame);
}
