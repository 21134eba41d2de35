package io.tocsin.triggers.emit;

/**
 * An expression of the emitted script.
 *
 * @param depth how deep it is nested
 * @param truth whether its value can only be a boolean
 */
record Code(String text, int depth, boolean truth, Shape shape) {
  /** What it needs to stand inside another expression. */
  enum Shape {
    /** Nothing. */
    ATOM,
    /** Parentheses, but not inside {@code &&} and {@code ||}. */
    COMPARISON,
    /** Parentheses, but not inside {@code &&}. */
    AND,
    /** Parentheses, but not inside {@code ||}. */
    OR
  }

  static Code atom(String text, int depth) {
    return new Code(text, depth, false, Shape.ATOM);
  }

  static Code truth(String text, int depth) {
    return new Code(text, depth, true, Shape.ATOM);
  }

  /** The text that can stand anywhere. */
  String operand() {
    return shape == Shape.ATOM ? text : "(" + text + ")";
  }

  /** The text that can stand beside that operator. */
  String beside(Shape logical) {
    return shape == Shape.COMPARISON || shape == logical ? text : operand();
  }

  Code withTruth(boolean known) {
    return new Code(text, depth, known, shape);
  }
}
