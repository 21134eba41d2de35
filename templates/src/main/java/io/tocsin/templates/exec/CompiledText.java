package io.tocsin.templates.exec;

import io.tocsin.templates.parse.ParsedTemplates;
import io.tocsin.templates.parse.Source;
import io.tocsin.templates.parse.SyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The templates of a text that is compiled to be one of several.
 *
 * @param name of the text itself
 * @param empty the names of those that hold nothing but white space
 */
record CompiledText(String name, Map<String, CompiledTemplate> templates, Set<String> empty) {
  /**
   * @throws SyntaxException when the text is no template
   */
  static CompiledText of(String name, String text, Environment environment) {
    var parsed = ParsedTemplates.of(new Source(name, text), environment::hasFunction);
    Map<String, CompiledTemplate> templates = new HashMap<>();
    Set<String> empty = new HashSet<>();
    parsed
        .templates()
        .forEach(
            (template, block) -> {
              var compiler =
                  new TemplateCompiler(environment, parsed.source(), template, new Usage());
              templates.put(template, compiler.compile(block));
              if (block.isEmpty()) {
                empty.add(template);
              }
            });
    return new CompiledText(name, templates, empty);
  }

  CompiledTemplate main() {
    return templates.get(name);
  }

  void addTo(Library library) {
    templates.forEach(
        (template, compiled) -> library.define(template, compiled, empty.contains(template)));
  }

  /** The library with what this text defines, or the library itself where that is nothing. */
  Library within(Library library) {
    if (templates.size() == 1) {
      return library;
    }
    Library own = library.copy();
    addTo(own);
    return own;
  }
}
