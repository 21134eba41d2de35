package io.tocsin.templates.exec;

import java.util.HashMap;
import java.util.Map;

/** The templates that a text defines. Filled while it is compiled, never after. */
final class Library {
  private final Map<String, CompiledTemplate> templates = new HashMap<>();

  void add(String name, CompiledTemplate template) {
    templates.put(name, template);
  }

  /** The template of that name, or null. */
  CompiledTemplate find(String name) {
    return templates.get(name);
  }
}
