package io.tocsin.templates;

/** A template language. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface TemplateEngine {
  /**
   * Compiles a template once, for any number of renderings.
   *
   * @param name where the text comes from, such as {@code template.app-deployed, webhook.x.body};
   *     errors begin with it
   * @throws TemplateException when the text does not parse
   */
  Template compile(String name, String text);
}
