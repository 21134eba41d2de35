package io.tocsin.services.fields;

import io.tocsin.services.options.Remark;
import java.util.List;

/** Finds what is allowed in a section and yet odd. */
@FunctionalInterface
public interface Lint {
  /** Nothing is odd. */
  Lint NONE = _ -> List.of();

  /**
   * What is odd, each with the field's place in the template, such as {@code webhook.x.body}, and a
   * sentence that begins with it.
   *
   * @param definition what the template's YAML says for the section
   */
  List<Remark> problems(Object definition);
}
