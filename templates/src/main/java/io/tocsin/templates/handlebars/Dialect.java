package io.tocsin.templates.handlebars;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Formatter;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.helper.StringHelpers;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoStrings;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Handlebars as templates of notifications have it: it reads no file and no class, and nothing is
 * escaped.
 */
public final class Dialect {
  /** They read files, bundles or scripts. */
  private static final List<String> REMOVED =
      List.of("embedded", "i18n", "i18nJs", "include", "precompile");

  /** Those that cannot be told to make a text of any size. */
  private static final List<StringHelpers> TEXTS =
      List.of(
          StringHelpers.abbreviate,
          StringHelpers.capitalize,
          StringHelpers.capitalizeFirst,
          StringHelpers.cut,
          StringHelpers.defaultIfEmpty,
          StringHelpers.join,
          StringHelpers.lower,
          StringHelpers.replace,
          StringHelpers.slugify,
          StringHelpers.substring,
          StringHelpers.upper,
          StringHelpers.yesno);

  private Dialect() {}

  /** Not to be configured any further; then safe for use by any number of threads. */
  public static Handlebars create() {
    Handlebars handlebars =
        new Handlebars(new NoFiles()).with(EscapingStrategy.NOOP).with((Formatter) Dialect::text);
    for (ConditionalHelpers helper : ConditionalHelpers.values()) {
      handlebars.registerHelper(helper.name(), helper);
    }
    TEXTS.forEach(helper -> handlebars.registerHelper(helper.name(), helper));
    REMOVED.forEach(name -> handlebars.registerHelper(name, removed(name)));
    return handlebars;
  }

  private static Helper<Object> removed(String name) {
    return (context, options) -> {
      throw new IllegalArgumentException("there is no helper " + name);
    };
  }

  /** Values as a Go template prints them, but for bytes, which are taken for text. */
  private static Object text(Object value, Formatter.Chain next) {
    return switch (value) {
      case byte[] bytes -> GoStrings.printable(GoStrings.of(bytes));
      case Double number -> GoFormat.sprint(number);
      case Map<?, ?> map -> GoFormat.sprint(map);
      case List<?> list -> GoFormat.sprint(list);
      default -> next.format(value);
    };
  }

  private static final class NoFiles extends AbstractTemplateLoader {
    @Override
    public TemplateSource sourceAt(String location) throws IOException {
      throw new IOException("there is no partial " + location);
    }
  }
}
