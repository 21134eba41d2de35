package io.tocsin.templates.exec;

import java.util.HashMap;
import java.util.Map;

/** The templates that can call each other. Filled while texts are compiled, never after. */
final class Library {
  private final Map<String, CompiledTemplate> templates;

  Library() {
    this(Map.of());
  }

  private Library(Map<String, CompiledTemplate> templates) {
    this.templates = new HashMap<>(templates);
  }

  void add(String name, CompiledTemplate template) {
    templates.put(name, template);
  }

  /** Adds the template unless it is empty and would hide one that is not, as Go has it. */
  void define(String name, CompiledTemplate template, boolean isEmpty) {
    if (isEmpty) {
      templates.putIfAbsent(name, template);
    } else {
      templates.put(name, template);
    }
  }

  /** A library of its own that begins with the templates of this one. */
  Library copy() {
    return new Library(templates);
  }

  /** The template of that name, or null. */
  CompiledTemplate find(String name) {
    return templates.get(name);
  }
}
