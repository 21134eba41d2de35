package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;

/** What a function may make at most, so that a template cannot exhaust the memory. */
final class Limits {
  /** UTF-16 units of a text. */
  static final int TEXT = 1 << 20;

  /** Elements of a list, or values in a structure that is copied, compared or merged. */
  static final int ELEMENTS = 1_000_000;

  /** How deep values may be nested in each other. */
  static final int DEPTH = 500;

  private Limits() {}

  /**
   * @throws GoException when a text of that length is too long
   */
  static void text(long length) {
    if (length > TEXT) {
      throw new GoException("the text would be longer than " + TEXT + " characters");
    }
  }

  /**
   * @throws GoException when that many elements are too many
   */
  static void elements(long count) {
    if (count > ELEMENTS) {
      throw new GoException("the list would have more than " + ELEMENTS + " elements");
    }
  }

  /**
   * @throws GoException when values are nested that deep, or in themselves
   */
  static void depth(int depth) {
    if (depth > DEPTH) {
      throw new GoException("the value is nested deeper than " + DEPTH + " levels");
    }
  }
}
