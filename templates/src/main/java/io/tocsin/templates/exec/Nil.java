package io.tocsin.templates.exec;

/** A nil that is there: what Go calls a nil interface, where null stands for no value at all. */
enum Nil {
  INTERFACE;

  /** Null for either nil, as pipelines, variables and functions take them. */
  static Object collapse(Object value) {
    return value == INTERFACE ? null : value;
  }

  /** What a list or map holds, of which it is known that it does. */
  static Object held(Object value) {
    return value == null ? INTERFACE : value;
  }
}
