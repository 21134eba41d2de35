package io.tocsin.services.fields;

import java.util.Map;

/** A compiled {@link Field}. Immutable and thread-safe. */
@FunctionalInterface
public interface Part {
  /**
   * Renders and merges.
   *
   * @param earlier what the templates before this one said here, or null
   * @return what is said now, or null for nothing
   * @throws io.tocsin.templates.TemplateException naming template and field
   */
  Object render(Map<String, Object> variables, Object earlier);
}
