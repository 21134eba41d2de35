package io.tocsin.templates.exec;

/** A template being rendered: its variables and dot. For one thread. */
final class Frame {
  final Rendering rendering;
  final Object[] variables;
  Object dot;

  /**
   * @param data what the template is given, which is its variable {@code $}
   */
  Frame(Rendering rendering, int variables, Object data) {
    this.rendering = rendering;
    this.variables = new Object[variables];
    this.variables[0] = data;
    this.dot = data;
  }
}
