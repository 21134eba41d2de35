package io.tocsin.templates;

/** What a key that a map does not have gives; Go's option {@code missingkey}. */
public enum MissingKey {
  /** No value, which prints as {@code <no value>} and whose fields are no value either. */
  DEFAULT,
  /** The zero of the map's type. */
  ZERO,
  /** An error. */
  ERROR
}
