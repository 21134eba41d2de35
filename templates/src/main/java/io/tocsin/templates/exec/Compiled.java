package io.tocsin.templates.exec;

import io.tocsin.templates.Limits;
import io.tocsin.templates.Template;
import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateException.Phase;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.parse.ParsedTemplates;

/** A text compiled to nodes. Immutable and thread-safe. */
public final class Compiled implements Template {
  private static final int EXPECTED_PER_TEXT = 2;

  private final String name;
  private final CompiledTemplate main;
  private final Limits limits;
  private final int expectedCharacters;

  private Compiled(String name, CompiledTemplate main, Limits limits, int expectedCharacters) {
    this.name = name;
    this.main = main;
    this.limits = limits;
    this.expectedCharacters = expectedCharacters;
  }

  /** Compiles the template that has the name of its source. */
  public static Compiled of(ParsedTemplates parsed, Environment environment, Limits limits) {
    var library = new Library();
    String main = parsed.source().name();
    parsed
        .templates()
        .forEach(
            (name, block) ->
                library.add(
                    name,
                    new TemplateCompiler(environment, parsed.source(), name, library)
                        .compile(block)));
    int expected = parsed.source().text().length() * EXPECTED_PER_TEXT;
    return new Compiled(main, library.find(main), limits, expected);
  }

  @Override
  public String render(Object data) {
    var rendering = new Rendering(limits, expectedCharacters);
    try {
      main.body().run(new Frame(rendering, main.variables(), data));
    } catch (StackOverflowError e) {
      throw new TemplateException(
          Phase.EXECUTE, "template: " + name + ": templates or values are nested too deeply", e);
    }
    return GoStrings.printable(rendering.out.toString());
  }
}
