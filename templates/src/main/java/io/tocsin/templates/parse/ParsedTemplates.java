package io.tocsin.templates.parse;

import io.tocsin.templates.parse.Statement.Block;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a text defines.
 *
 * @param templates by name; the text itself is under its source's name
 */
public record ParsedTemplates(Source source, Map<String, Block> templates) {
  public ParsedTemplates {
    templates = Map.copyOf(templates);
  }

  /**
   * Parses a text.
   *
   * @param functions answers whether there is a function of that name
   * @throws SyntaxException when it is no template
   */
  public static ParsedTemplates of(Source source, Predicate<String> functions) {
    return new Parser(source, functions).parse();
  }
}
