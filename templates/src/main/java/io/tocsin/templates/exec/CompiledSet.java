package io.tocsin.templates.exec;

import io.tocsin.templates.TemplateException;
import io.tocsin.templates.TemplateException.Phase;
import io.tocsin.templates.TemplateSet;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.parse.SyntaxException;
import java.util.Map;

/** Texts compiled into one library. Immutable and thread-safe. */
public final class CompiledSet implements TemplateSet {
  private final Library library = new Library();
  private final Environment environment;

  private CompiledSet(Environment environment) {
    this.environment = environment;
  }

  /**
   * Compiles texts in their order: of two definitions of a name the later one counts.
   *
   * @throws SyntaxException when one of them is no template
   */
  public static CompiledSet of(Map<String, String> texts, Environment environment) {
    var set = new CompiledSet(environment);
    texts.forEach((name, text) -> CompiledText.of(name, text, environment).addTo(set.library));
    return set;
  }

  @Override
  public String render(String name, Object data) {
    CompiledTemplate template = library.find(name);
    if (template == null) {
      throw failure(name, "not defined", null);
    }
    var rendering = new Rendering(environment.limits(), 0, library);
    try {
      template.body().run(new Frame(rendering, template.variables(), data));
    } catch (GoException e) {
      throw failure(name, e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw failure(name, "templates or values are nested too deeply", e);
    }
    return GoStrings.printable(rendering.out.toString());
  }

  private static TemplateException failure(String name, String message, Throwable cause) {
    return new TemplateException(Phase.EXECUTE, "template: " + name + ": " + message, cause);
  }
}
