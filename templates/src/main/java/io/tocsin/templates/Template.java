package io.tocsin.templates;

/** A compiled template. Immutable and safe for use by any number of threads at once. */
@FunctionalInterface
public interface Template {
  /**
   * Renders the template whole, or not at all.
   *
   * @param data what the template calls dot; see {@link io.tocsin.templates.golang} for the values
   *     it may hold. Never changed.
   * @throws TemplateException when an action fails or a limit is reached
   */
  String render(Object data);
}
