package io.tocsin.templates;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.StringTemplateSource;
import io.tocsin.templates.TemplateException.Phase;
import io.tocsin.templates.handlebars.BoundedWriter;
import io.tocsin.templates.handlebars.Dialect;
import java.io.IOException;

/**
 * Handlebars, the second dialect. Nothing is escaped; templates see maps and lists alone and read
 * no files. The time limit is looked at whenever something is written. Immutable and thread-safe.
 */
public final class HandlebarsTemplates implements TemplateEngine {
  private final Limits limits;

  public HandlebarsTemplates() {
    this(Limits.DEFAULT);
  }

  public HandlebarsTemplates(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Template compile(String name, String text) {
    try {
      var template = Language.HANDLEBARS.compile(new StringTemplateSource(name, text));
      return data -> render(name, text, template, data);
    } catch (HandlebarsException e) {
      throw failure(Phase.PARSE, name, text, e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new TemplateException(Phase.PARSE, name + ": " + e, e);
    }
  }

  private String render(
      String name, String text, com.github.jknack.handlebars.Template template, Object data) {
    Context context = Context.newBuilder(data).resolver(MapValueResolver.INSTANCE).build();
    var out = new BoundedWriter(limits);
    try {
      template.apply(context, out);
      return out.toString();
    } catch (StackOverflowError e) {
      throw new TemplateException(Phase.EXECUTE, name + ": nested too deeply", e);
    } catch (IOException | RuntimeException e) {
      throw out.problem()
          .map(problem -> new TemplateException(Phase.EXECUTE, name + ": " + problem, e))
          .orElseGet(() -> failure(Phase.EXECUTE, name, text, e));
    }
  }

  private static TemplateException failure(Phase phase, String name, String text, Exception e) {
    HandlebarsError error = e instanceof HandlebarsException known ? known.getError() : null;
    return error == null
        ? new TemplateException(phase, name + ": " + e.getMessage(), e)
        : new TemplateException(
            phase,
            "%s:%d:%d: %s".formatted(name, error.line, error.column, error.reason),
            offset(text, error),
            error.reason,
            e);
  }

  /** Handlebars counts lines from 1 and columns from 0. */
  private static int offset(String text, HandlebarsError error) {
    int start = 0;
    for (int line = 1; line < error.line; line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return Math.min(text.length(), start + Math.max(0, error.column));
  }

  /** Made with the first template in this language, as most have none. */
  private static final class Language {
    static final Handlebars HANDLEBARS = Dialect.create();
  }
}
