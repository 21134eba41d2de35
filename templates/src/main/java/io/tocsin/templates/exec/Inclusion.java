package io.tocsin.templates.exec;

import io.tocsin.templates.TemplateException;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.parse.SyntaxException;
import java.util.List;

/**
 * The functions {@code include}, which renders a named template to a text, and {@code tpl}, which
 * renders a text as a template. Rules: Helm's engine.
 */
public final class Inclusion {
  /** What an absent value prints as; {@code tpl} leaves it out of its result. */
  private static final String NO_VALUE = "<no value>";

  private static final GoFunction INCLUDE =
      GoFunction.of("include", GoType.STRING, Inclusion::outside, GoType.STRING, GoType.ANY);
  private static final GoFunction TPL =
      GoFunction.of("tpl", GoType.STRING, Inclusion::outside, GoType.STRING, GoType.ANY);

  private Inclusion() {}

  /** Both functions, for an {@link Environment}. */
  public static List<GoFunction> functions() {
    return List.of(INCLUDE, TPL);
  }

  static boolean isOne(GoFunction function) {
    return function.equals(INCLUDE) || function.equals(TPL);
  }

  static Expression call(
      GoFunction function,
      List<Expression> arguments,
      boolean hasLast,
      Environment environment,
      Site site) {
    Expression text = arguments.getFirst();
    Expression data = arguments.getLast();
    return function.equals(INCLUDE)
        ? new Include(text, data, hasLast, site)
        : new Tpl(text, data, hasLast, environment, site);
  }

  private static Object outside(Object[] arguments) {
    throw new GoException("there is no template to call it in");
  }

  /** What failed within is passed on as it is: it says where that was. */
  private record Include(Expression name, Expression data, boolean dataFirst, Site site)
      implements Expression {
    @Override
    public Object value(Frame frame) {
      Object early = dataFirst ? data.value(frame) : null;
      String wanted = (String) name.value(frame);
      Object dot = Nil.collapse(dataFirst ? early : data.value(frame));
      Rendering rendering = frame.rendering;
      rendering.step(site);
      CompiledTemplate template = rendering.library.find(wanted);
      if (template == null) {
        throw site.fail(GoFormat.printf("error calling include: template %q not defined", wanted));
      }
      return rendering.capture(template, dot, site);
    }
  }

  /** What the text defines can be called in the text alone, and hides what is there already. */
  private record Tpl(
      Expression text, Expression data, boolean dataFirst, Environment environment, Site site)
      implements Expression {
    private static final String NAME = "tpl";

    @Override
    public Object value(Frame frame) {
      Object early = dataFirst ? data.value(frame) : null;
      String source = (String) text.value(frame);
      Object dot = Nil.collapse(dataFirst ? early : data.value(frame));
      Rendering rendering = frame.rendering;
      rendering.step(site);
      if (!source.contains("{{")) {
        return source.replace(NO_VALUE, "");
      }
      try {
        return render(rendering, source, dot);
      } catch (TemplateException e) {
        throw isWithin() ? e : failed(e);
      } catch (SyntaxException e) {
        throw failed(e);
      }
    }

    /** Whether the call stands in a text that is itself rendered by a call. */
    private boolean isWithin() {
      return site.source().name().equals(NAME);
    }

    private TemplateException failed(RuntimeException e) {
      return site.fail("error calling tpl: " + e.getMessage().replaceFirst("^template: ", ""));
    }

    private String render(Rendering rendering, String source, Object dot) {
      CompiledText compiled =
          rendering.texts.computeIfAbsent(source, key -> CompiledText.of(NAME, key, environment));
      Library outer = rendering.library;
      rendering.library = compiled.within(outer);
      String result = rendering.capture(compiled.main(), dot, site);
      rendering.library = outer;
      return result.replace(NO_VALUE, "");
    }
  }
}
