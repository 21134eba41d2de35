package io.tocsin.templates;

import io.tocsin.templates.TemplateException.Phase;
import io.tocsin.templates.builtins.Builtins;
import io.tocsin.templates.builtins.ProcessVariables;
import io.tocsin.templates.exec.Compiled;
import io.tocsin.templates.exec.CompiledSet;
import io.tocsin.templates.exec.Environment;
import io.tocsin.templates.exec.Inclusion;
import io.tocsin.templates.functions.DeepCopy;
import io.tocsin.templates.functions.Sprig;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.parse.ParsedTemplates;
import io.tocsin.templates.parse.Source;
import io.tocsin.templates.parse.SyntaxException;
import java.util.HashMap;
import java.util.Map;

/** The language of Go's text/template. Immutable and thread-safe. */
public final class GoTemplates implements TemplateEngine {
  private final Environment environment;

  /**
   * @param functions beside the builtins, some of which they may replace
   */
  public GoTemplates(Map<String, GoFunction> functions) {
    this(functions, MissingKey.DEFAULT, Limits.DEFAULT);
  }

  /**
   * @param functions beside the builtins, some of which they may replace
   */
  public GoTemplates(Map<String, GoFunction> functions, MissingKey missingKey, Limits limits) {
    this.environment =
        new Environment(
            functions,
            Builtins.functions(limits.characters()),
            Sprig.CHANGING,
            DeepCopy::of,
            missingKey,
            limits);
  }

  /** The language with one of the usual sets of functions. */
  public static GoTemplates with(FunctionSet functions) {
    return switch (functions) {
      case NONE -> new GoTemplates(Map.of());
      case SPRIG -> new GoTemplates(allOfSprig());
      case ENGINE -> withSprig();
      case TENANTS -> new GoTemplates(Sprig.functionsForTenants());
    };
  }

  private static Map<String, GoFunction> allOfSprig() {
    Map<String, GoFunction> functions = new HashMap<>(Sprig.functions());
    new ProcessVariables(System.getenv())
        .functions()
        .forEach(function -> functions.put(function.name(), function));
    return functions;
  }

  /** The language as Argo CD Notifications offers it: the builtins and Sprig. */
  public static GoTemplates withSprig() {
    return new GoTemplates(Sprig.functions());
  }

  /**
   * Compiles texts that share what they define, in the order of the map: of two definitions of a
   * name the later one counts. Beside its other functions each of them has {@code include}, which
   * renders a named template to a text, and {@code tpl}, which renders a text as a template.
   *
   * @param texts by name, with which errors begin
   * @throws TemplateException when one of them does not parse
   */
  public TemplateSet compileAll(Map<String, String> texts) {
    try {
      return CompiledSet.of(texts, including());
    } catch (SyntaxException e) {
      throw new TemplateException(Phase.PARSE, e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new TemplateException(Phase.PARSE, "template: a text is nested too deeply", e);
    }
  }

  private Environment including() {
    Map<String, GoFunction> functions = new HashMap<>(environment.functions());
    Inclusion.functions().forEach(function -> functions.put(function.name(), function));
    return new Environment(
        functions,
        environment.builtins(),
        environment.changing(),
        environment.copy(),
        environment.missingKey(),
        environment.limits());
  }

  @Override
  public Template compile(String name, String text) {
    var source = new Source(name, text);
    try {
      var parsed = ParsedTemplates.of(source, environment::hasFunction);
      return Compiled.of(parsed, environment);
    } catch (SyntaxException e) {
      throw new TemplateException(Phase.PARSE, e.getMessage(), e.offset(), e.reason(), e);
    } catch (StackOverflowError e) {
      throw new TemplateException(
          Phase.PARSE, "template: " + source.location(0) + ": nested too deeply", e);
    }
  }
}
