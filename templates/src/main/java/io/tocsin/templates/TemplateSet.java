package io.tocsin.templates;

/**
 * Compiled templates that share what they define, as the files of a Helm chart do. They can call
 * {@code include} and {@code tpl}. Immutable and safe for use by any number of threads at once,
 * each with data of its own.
 */
@FunctionalInterface
public interface TemplateSet {
  /**
   * Renders one of the texts, or one of the templates that a text defines, whole or not at all.
   *
   * @param data what the template calls dot. Unlike with {@link Template#render}, a function such
   *     as {@code set} changes a map in it, where that is a {@link
   *     io.tocsin.templates.functions.Dict}: what is rendered after with the same data sees that.
   * @throws TemplateException when there is no such template, an action fails or a limit is reached
   */
  String render(String name, Object data);
}
