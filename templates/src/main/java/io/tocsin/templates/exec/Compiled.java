package io.tocsin.templates.exec;

import io.tocsin.templates.Template;
import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateException.Phase;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.parse.ParsedTemplates;

/** A text compiled to nodes. Immutable and thread-safe. */
public final class Compiled implements Template {
  private static final int ROOM_FOR_VALUES = 256;

  private final String name;
  private final Library library;
  private final CompiledTemplate main;
  private final Environment environment;
  private final boolean changesData;
  private final boolean makesNoText;
  private final int expectedCharacters;

  private Compiled(ParsedTemplates parsed, Library library, Environment environment, Usage usage) {
    String text = parsed.source().text();
    this.name = parsed.source().name();
    this.library = library;
    this.main = library.find(parsed.source().name());
    this.environment = environment;
    this.changesData = usage.callsOneOf(environment.changing());
    this.makesNoText = usage.makesNoText() && text.indexOf('\\') < 0;
    this.expectedCharacters = text.length() + ROOM_FOR_VALUES;
  }

  /** Compiles the template that has the name of its source. */
  public static Compiled of(ParsedTemplates parsed, Environment environment) {
    var library = new Library();
    var usage = new Usage();
    parsed
        .templates()
        .forEach(
            (name, block) ->
                library.add(
                    name,
                    new TemplateCompiler(environment, parsed.source(), name, usage)
                        .compile(block)));
    return new Compiled(parsed, library, environment, usage);
  }

  @Override
  public String render(Object data) {
    var rendering = new Rendering(environment.limits(), expectedCharacters, library);
    try {
      Object own = changesData ? environment.copy().apply(data) : data;
      main.body().run(new Frame(rendering, main.variables(), own));
    } catch (GoException e) {
      throw failure(e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw failure("templates or values are nested too deeply", e);
    }
    String output = rendering.out.toString();
    return makesNoText ? output : GoStrings.printable(output);
  }

  private TemplateException failure(String message, Throwable cause) {
    return new TemplateException(Phase.EXECUTE, "template: " + name + ": " + message, cause);
  }
}
